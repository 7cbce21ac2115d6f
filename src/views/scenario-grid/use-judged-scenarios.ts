/** The scenarios as they are judged, the same list until a run or what is expected has changed. */
import { useMemo } from "react";
import type { PlaygroundState, ScenarioRun } from "../../store/playground-store.ts";
import { scenarioRunOf } from "../../store/run-scenarios.ts";
import { usePlayground } from "../../store/use-playground.ts";
import { type JudgedScenario, judgedScenario, type ToJudge } from "./judged-scenarios.ts";

/** Of each run what it was last judged by, so that an edit of one expectation judges one scenario. */
const judgedRuns = new WeakMap<ScenarioRun, { readonly of: ToJudge; readonly judged: JudgedScenario }>();

function judgedOnce(of: ToJudge): JudgedScenario {
  const last = of.run && judgedRuns.get(of.run);
  if (last && last.of.expect === of.expect && last.of.name === of.name) return last.judged;
  const judged = judgedScenario(of);
  if (of.run) judgedRuns.set(of.run, { of, judged });
  return judged;
}

/** One flat list, since members are compared one by one: a key that changes the text alone draws nothing. */
function toJudge(state: PlaygroundState): readonly (string | ScenarioRun | null)[] {
  return state.project.scenarios.flatMap((scenario) => [
    scenario.name,
    scenario.expect,
    scenarioRunOf(state, scenario)?.run ?? null,
  ]);
}

export function useJudgedScenarios(): readonly JudgedScenario[] {
  const flat = usePlayground(toJudge);
  return useMemo(
    () =>
      Array.from({ length: flat.length / 3 }, (_, at) =>
        judgedOnce({
          name: flat[3 * at] as string,
          expect: flat[3 * at + 1] as string,
          run: flat[3 * at + 2] as ScenarioRun | null,
        }),
      ),
    [flat],
  );
}

/** Whether a scenario was changed, or the source, since it ran. */
export function useIsStale(): boolean {
  return usePlayground((state) =>
    state.project.scenarios.some((scenario) => scenarioRunOf(state, scenario)?.isFresh !== true),
  );
}

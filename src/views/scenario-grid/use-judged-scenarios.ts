/** The scenarios as they are judged, the same list until a run or what is expected has changed. */
import { useEffect, useMemo, useState } from "react";
import type { PlaygroundState, ScenarioRun } from "../../store/playground-store.ts";
import { scenarioRunOf } from "../../store/run-scenarios.ts";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
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

/** A run of all of them takes less, in milliseconds: only what lasts is shown as stale, and a key draws nothing. */
const STALE_AFTER_MS = 600;

/** Whether a scenario was changed, or the source, since it ran. */
export function useIsStale(): boolean {
  const store = usePlaygroundStore();
  const [isStale, setStale] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (state: PlaygroundState) => {
      const isFresh = state.project.scenarios.every((scenario) => scenarioRunOf(state, scenario)?.isFresh);
      if (isFresh) {
        clearTimeout(timer);
        timer = undefined;
        setStale(false);
      } else timer ??= setTimeout(setStale, STALE_AFTER_MS, true);
    };
    look(store.getState());
    const stop = store.subscribe(look);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store]);
  return isStale;
}

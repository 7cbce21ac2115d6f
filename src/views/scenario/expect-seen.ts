/** “Expect what I see”: writes what the newest runs did as what is expected of their scenarios. */
import { seenText } from "../../expect/expect-aspect.ts";
import { scenarioCommands } from "../../store/edit-scenarios.ts";
import type { PlaygroundStore } from "../../store/playground-store.ts";
import { scenarioRunOf } from "../../store/run-scenarios.ts";
import { secretsIn } from "../../workflow/redact-secrets.ts";
import type { RunResult } from "../../workflow/run-result.ts";
import type { Scenario } from "../../workflow/scenario.ts";
import { toVisibleText } from "../parts/visible-pieces.ts";
import type { Reset } from "./reset.ts";

/** What there is to expect: null while the scenario has not run as it stands, or cannot. */
export function seenResultOf(store: PlaygroundStore, scenario: Scenario): RunResult | null {
  const state = store.getState();
  // Of one scenario that is alone there is only what is on the page.
  const scenarioRuns = new Map([...state.scenarioRuns, ...(state.answered ? [["", state.answered] as const] : [])]);
  const found = scenarioRunOf({ ...state, scenarioRuns }, scenario);
  const answer = found?.isFresh ? found.run.answer : null;
  return answer?.kind === "result" && answer.result.outcome.kind !== "unready" ? answer.result : null;
}

/** @param reset does it so that one click takes it back. */
export function expectSeen(store: PlaygroundStore, indexes: readonly number[], reset: Reset): void {
  const { scenarios } = store.getState().project;
  const texts = new Map<number, string>();
  for (const at of indexes) {
    const scenario = scenarios[at];
    const result = scenario ? seenResultOf(store, scenario) : null;
    if (scenario && result) texts.set(at, seenText(scenario.expect, result, secretsIn(scenario.env)));
  }
  const [first] = texts.keys();
  const said =
    texts.size === 1
      ? `What ${toVisibleText(scenarios[first ?? 0]?.name ?? "")} does now is expected of it.`
      : `What ${texts.size} scenarios do now is expected of them.`;
  const left = indexes.length - texts.size;
  const rest = left === 0 ? "" : ` ${left} could not be run as they stand.`;
  reset(said + rest, () => scenarioCommands(store).expect(texts));
}

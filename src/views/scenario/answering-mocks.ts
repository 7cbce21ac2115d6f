/** Which mocks answered the calls of a run. */
import type { Effect } from "../../workflow/execution.ts";

/** For each answered call, the place of its mock in the scenario's list. */
export function answeringMocks(effects: readonly Effect[]): readonly number[] {
  return effects.flatMap((effect) =>
    effect.kind === "call" && effect.answer !== undefined && "mock" in effect.answer && effect.answer.mock !== undefined
      ? [effect.answer.mock]
      : [],
  );
}

/** The end of a run that a deeper engine would have gone on with, had the browser given it the memory: what production does with it is not known. */
import type { RunResult } from "../workflow/run-result.ts";

export function endWithoutDeepStack(outcome: RunResult["outcome"]): RunResult["outcome"] {
  if (outcome.kind !== "interrupted" || outcome.limit !== "stack") return outcome;
  const error = {
    ...outcome.error,
    message: "The calls nest deeper than this browser gives memory for.",
    productionText: "",
    advice:
      "Close other tabs and run again, or bound the depth. Production goes on until the calls are done or their time is up.",
  };
  return { ...outcome, error };
}

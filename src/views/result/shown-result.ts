/** Which result stands on the page after the newest run, whether it is stale, and what failed. */
import type { RunState } from "../../store/playground-store.ts";
import type { Outcome } from "../../workflow/execution.ts";
import type { Gap } from "../../workflow/gap.ts";
import type { RunResult, ScenarioProblem } from "../../workflow/run-result.ts";

export type Failure =
  | { readonly kind: "error"; readonly outcome: Exclude<Outcome, { kind: "completed" }>; readonly result: RunResult }
  /** The run ended for want of something in the scenario. */
  | {
      readonly kind: "gap";
      readonly gaps: readonly Gap[];
      readonly outcome: Exclude<Outcome, { kind: "completed" }>;
      readonly result: RunResult;
    }
  | { readonly kind: "unready"; readonly problems: readonly ScenarioProblem[]; readonly result: RunResult }
  | { readonly kind: "hung" | "crashed"; readonly message: string }
  | { readonly kind: "stopped" };

export type ShownResult = {
  /** Null when there is none to show yet. */
  readonly result: RunResult | null;
  /** From before the newest edit: shown dimmed. */
  readonly isStale: boolean;
  readonly failure: Failure | null;
};

/** While a run is under way its predecessor stays on the page, so that nothing flickers. */
export function settledRun(previous: RunState, run: RunState): RunState {
  return run.status === "running" && run.latest !== null && run.count === previous.count ? previous : run;
}

/** The newest result when it can be shown as it is, else the last good one beside the failure. */
export function shownResult(run: RunState): ShownResult {
  const failure = failureOf(run);
  const { latest, lastGood } = run;
  if (failure === null) return { result: latest, isStale: false, failure };
  // A run that failed under failurePolicy “continue” still issues a token: that is what there is to see.
  if (
    (failure.kind === "error" || failure.kind === "gap") &&
    failure.result.signIn.kind === "continues-after-failure"
  ) {
    return { result: latest, isStale: false, failure };
  }
  return { result: lastGood, isStale: true, failure };
}

/** The newest result, whatever came of it; null when the newest run left none. */
export function newestResult(run: RunState): RunResult | null {
  const failure = failureOf(run);
  return failure === null || "result" in failure ? run.latest : null;
}

function failureOf(run: RunState): Failure | null {
  if (run.status === "hung" || run.status === "crashed") return { kind: run.status, message: run.message };
  if (run.status === "stopped") return { kind: "stopped" };
  const { latest } = run;
  if (latest === null || latest.outcome.kind === "completed") return null;
  if (latest.outcome.kind === "unready") {
    return { kind: "unready", problems: latest.outcome.problems, result: latest };
  }
  const gaps = latest.gaps.filter(({ endsRun }) => endsRun);
  if (gaps.length > 0) return { kind: "gap", gaps, outcome: latest.outcome, result: latest };
  return { kind: "error", outcome: latest.outcome, result: latest };
}

/** What came out: the tokens the trigger carries with their claims, diff and JWT, or the outcome of a trigger without a token. */
import type { ReactNode } from "react";
import type { Gap } from "../../workflow/gap.ts";
import type { RunResult } from "../../workflow/run-result.ts";
import type { Failure, ShownResult } from "./shown-result.ts";
import "./result-panel.css";

type ResultMarkupProps = {
  readonly shown: ShownResult & { readonly newest: RunResult | null };
  /** Whether a failure has its card yet. */
  readonly hasCard: boolean;
  /** Null where the page shows the summary line elsewhere. */
  readonly summary: ReactNode;
  /** What the scenario lacked, and the run went on without. */
  readonly gaps: (gaps: readonly Gap[]) => ReactNode;
  readonly card: (failure: Failure) => ReactNode;
  readonly tokenPanel: (result: RunResult) => ReactNode;
  readonly outcome: (result: RunResult) => ReactNode;
  /** Until there is a result. */
  readonly waiting: ReactNode;
};

export function ResultMarkup(props: ResultMarkupProps) {
  const { shown, hasCard, summary, gaps, card, tokenPanel, outcome, waiting } = props;
  const { result, isStale, failure, newest } = shown;
  const missing = newest?.gaps.filter(({ endsRun }) => !endsRun) ?? [];
  return (
    <div className="result">
      {failure && hasCard && card(failure)}
      {missing.length > 0 && gaps(missing)}
      {failure && hasCard && isStale && result && (
        <p className="result__stale-mark">
          <span>stale</span> The last good result, from before this edit
        </p>
      )}
      {result === null ? (
        failure === null && waiting
      ) : (
        <div className={isStale ? "result__body result__body--stale" : "result__body"}>
          {result.tokens.length > 0 ? tokenPanel(result) : outcome(result)}
        </div>
      )}
      {result === null && summary && <div className="only-read">{summary}</div>}
    </div>
  );
}

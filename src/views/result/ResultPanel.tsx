/** What came out: the tokens the trigger carries with their claims, diff and JWT, or the outcome of a trigger without a token. */
import type { ResultTab } from "../../store/view-state.ts";
import { TRIGGERS } from "../../workflow/trigger.ts";
import { FailureCard } from "./failure/FailureCard.tsx";
import { GapCard } from "./gaps/GapCard.tsx";
import { OutcomeView } from "./outcome/OutcomeView.tsx";
import { ResultSummary } from "./ResultSummary.tsx";
import { TokenPanel } from "./TokenPanel.tsx";
import { useFailureCard } from "./use-failure-card.ts";
import { useShownResult } from "./use-shown-result.ts";
import "./result-panel.css";

const ALL_TABS: readonly ResultTab[] = ["claims", "json", "jwt"];

type ResultPanelProps = {
  /** The views of a token on offer; with one alone there is no tab row. */
  readonly tabs?: readonly ResultTab[];
  /** False where the page shows the summary line elsewhere. */
  readonly hasSummary?: boolean;
};

export function ResultPanel({ tabs = ALL_TABS, hasSummary = true }: ResultPanelProps) {
  const shown = useShownResult();
  const { result, isStale, failure, newest } = shown;
  const gaps = newest?.gaps.filter(({ endsRun }) => !endsRun) ?? [];
  const hasCard = useFailureCard(shown);
  return (
    <div className="result">
      {failure && hasCard && <FailureCard failure={failure} />}
      {gaps.length > 0 && <GapCard gaps={gaps} />}
      {failure && hasCard && isStale && result && (
        <p className="result__stale-mark">
          <span>stale</span> The last good result, from before this edit
        </p>
      )}
      {result === null ? (
        failure === null && <p className="result__waiting">The result stands here as soon as the workflow has run.</p>
      ) : (
        <div className={isStale ? "result__body result__body--stale" : "result__body"}>
          {result.tokens.length > 0 ? (
            <TokenPanel result={result} isStale={isStale} tabs={tabs} hasSummary={hasSummary} />
          ) : (
            <>
              {hasSummary && (
                <div className="result__head">
                  <ResultSummary withoutTokens={TRIGGERS[result.trigger].title} />
                </div>
              )}
              <OutcomeView result={result} />
            </>
          )}
        </div>
      )}
      {result === null && hasSummary && (
        <div className="only-read">
          <ResultSummary />
        </div>
      )}
    </div>
  );
}

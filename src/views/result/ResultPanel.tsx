/** The newest result as a reader should see it, in views that can be chosen. */
import { usePlayground } from "../../store/use-playground.ts";
import type { ResultTab } from "../../store/view-state.ts";
import { FailureCard } from "./failure/FailureCard.tsx";
import { GapCard } from "./gaps/GapCard.tsx";
import { OutcomeView } from "./outcome/OutcomeView.tsx";
import { ResultMarkup } from "./ResultMarkup.tsx";
import { ResultSummary } from "./ResultSummary.tsx";
import { TokenPanel } from "./TokenPanel.tsx";
import { ALL_TABS } from "./TokenPanelMarkup.tsx";
import { useFailureCard } from "./use-failure-card.ts";
import { useShownResult } from "./use-shown-result.ts";
import { WaitingMarkup } from "./WaitingMarkup.tsx";
import "./stale.css";

type ResultPanelProps = {
  /** The views of a token on offer; with one alone there is no tab row. */
  readonly tabs?: readonly ResultTab[];
  /** False where the page shows the summary line elsewhere. */
  readonly hasSummary?: boolean;
};

export function ResultPanel({ tabs = ALL_TABS, hasSummary = true }: ResultPanelProps) {
  const shown = useShownResult();
  const hasCard = useFailureCard(shown);
  return (
    <ResultMarkup
      shown={shown}
      hasCard={hasCard}
      summary={hasSummary && <ResultSummary />}
      gaps={(gaps) => <GapCard gaps={gaps} />}
      card={(failure) => <FailureCard failure={failure} />}
      tokenPanel={(result) => (
        <TokenPanel result={result} isStale={shown.isStale} tabs={tabs} hasSummary={hasSummary} />
      )}
      waiting={<Waiting />}
      outcome={(result) => <OutcomeView result={result} Summary={hasSummary ? ResultSummary : null} />}
    />
  );
}

function Waiting() {
  return <WaitingMarkup files={usePlayground((state) => state.project.files)} />;
}

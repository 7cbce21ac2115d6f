/** The result in one line, and in full for those who hear it. */
import { useEffect, useState } from "react";
import { summarizeChanges } from "../../claims/summarize-changes.ts";
import { usePlayground } from "../../store/use-playground.ts";
import type { RunResult } from "../../workflow/run-result.ts";
import { TOKENS } from "../../workflow/token.ts";
import { failureSummary } from "./failure/failure-summary.ts";
import { PositionLink } from "./PositionLink.tsx";
import { AnnouncementMarkup, ResultSummaryMarkup, summaryOf } from "./ResultSummaryMarkup.tsx";
import { useShownResult } from "./use-shown-result.ts";

/** A screen reader is told once the typing has paused, so that it does not chatter. */
const PAUSE_MS = 500;

type ResultSummaryProps = {
  /** What stands there for a result without tokens, where the sign-in's sentence is told below. */
  readonly withoutTokens?: string;
};

export function ResultSummary({ withoutTokens }: ResultSummaryProps) {
  const { result, failure } = useShownResult();
  const tokenName = usePlayground((state) => state.view.token);
  const summary = failure ? failureSummary(failure) : summaryOf(result, tokenName, withoutTokens);
  const sentence = failure !== null ? summary.line : result === null ? "" : spoken(result);
  return (
    <ResultSummaryMarkup
      summary={summary}
      PositionLink={PositionLink}
      announcement={<Announcement sentence={sentence} />}
    />
  );
}

function spoken({ tokens, signIn }: RunResult): string {
  const changes = tokens.map((token) => `${TOKENS[token.name].label}: ${summarizeChanges(token.changes)}`);
  return [...changes, signIn.sentence].join(" ");
}

function Announcement({ sentence }: { readonly sentence: string }) {
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(sentence), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [sentence]);
  return <AnnouncementMarkup said={said} />;
}

/** The result in one line, and in full for those who hear it. */
import { useEffect, useState } from "react";
import { summarizeBriefly, summarizeChanges } from "../../claims/summarize-changes.ts";
import { usePlayground } from "../../store/use-playground.ts";
import type { RunResult } from "../../workflow/run-result.ts";
import { TOKENS } from "../../workflow/token.ts";
import { VisibleText } from "../parts/VisibleText.tsx";
import { failureLine, failurePosition } from "./failure/failure-words.ts";
import { PositionLink } from "./PositionLink.tsx";
import { useShownResult } from "./use-shown-result.ts";
import { shownToken } from "../../claims/shown-token.ts";
import "./result-summary.css";

/** A screen reader is told once the typing has paused, so that it does not chatter. */
const PAUSE_MS = 500;
const LONGEST_LINE = 200;

type ResultSummaryProps = {
  /** What stands there for a result without tokens, where the sign-in's sentence is told below. */
  readonly withoutTokens?: string;
};

export function ResultSummary({ withoutTokens }: ResultSummaryProps) {
  const { result, failure } = useShownResult();
  const tokenName = usePlayground((state) => state.view.token);
  const position = failure && failurePosition(failure);
  const token = result && shownToken(result, tokenName);
  const line =
    failure !== null
      ? failureLine(failure).slice(0, LONGEST_LINE)
      : result === null
        ? ""
        : token
          ? summarizeBriefly(token.changes)
          : (withoutTokens ?? result.signIn.sentence);
  return (
    <div
      className={
        failure ? `result-summary result-summary--${failure.kind === "gap" ? "gap" : "failed"}` : "result-summary"
      }
    >
      <span className="result-summary__line" title={line}>
        <VisibleText text={line} />
      </span>
      {position && <PositionLink position={position} isShort />}
      <Announcement sentence={failure !== null ? line : result === null ? "" : spoken(result)} />
    </div>
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
  return (
    <span role="status" aria-live="polite" className="only-read">
      <VisibleText text={said} />
    </span>
  );
}

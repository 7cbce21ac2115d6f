/** The result in one line: how many claims changed, what failed and where, or what the sign-in does. */
import type { ReactNode } from "react";
import { shownToken } from "../../claims/shown-token.ts";
import { summarizeBriefly } from "../../claims/summarize-briefly.ts";
import type { Position } from "../../workflow/position.ts";
import type { RunResult } from "../../workflow/run-result.ts";
import type { TokenName } from "../../workflow/token.ts";
import { VisibleText } from "../parts/VisibleText.tsx";
import type { ClaimParts } from "./result-parts.ts";
import "./result-summary.css";

export type Summary = {
  readonly line: string;
  readonly tone: "plain" | "failed" | "gap";
  readonly position: Position | null;
};

/** @param withoutTokens what stands there for a result without tokens, where the sign-in's sentence is told below. */
export function summaryOf(result: RunResult | null, chosen: TokenName | null, withoutTokens?: string): Summary {
  const token = result && shownToken(result, chosen);
  const line = token ? summarizeBriefly(token.changes) : (withoutTokens ?? result?.signIn.sentence ?? "");
  return { line, tone: "plain", position: null };
}

type ResultSummaryMarkupProps = {
  readonly summary: Summary;
  readonly PositionLink: ClaimParts["PositionLink"];
  readonly announcement: ReactNode;
};

export function ResultSummaryMarkup({ summary, PositionLink, announcement }: ResultSummaryMarkupProps) {
  const { line, tone, position } = summary;
  return (
    <div className={tone === "plain" ? "result-summary" : `result-summary result-summary--${tone}`}>
      <span className="result-summary__line" title={line}>
        <VisibleText text={line} />
      </span>
      {position && <PositionLink position={position} isShort />}
      {announcement}
    </div>
  );
}

/** What those hear who cannot see the line. */
export function AnnouncementMarkup({ said }: { readonly said: string }) {
  return (
    <span role="status" aria-live="polite" className="only-read">
      <VisibleText text={said} />
    </span>
  );
}

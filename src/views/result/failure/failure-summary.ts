/** A failure as the summary line tells it. */
import type { Summary } from "../ResultSummaryMarkup.tsx";
import type { Failure } from "../shown-result.ts";
import { failureLine, failurePosition } from "./failure-words.ts";

const LONGEST_LINE = 200;

export function failureSummary(failure: Failure): Summary {
  const line = failureLine(failure).slice(0, LONGEST_LINE);
  return { line, tone: failure.kind === "gap" ? "gap" : "failed", position: failurePosition(failure) };
}

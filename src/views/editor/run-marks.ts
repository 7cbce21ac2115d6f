/** Where the newest run has something to say about the source: squiggles with message and advice, and the line at which it failed. */
import type { Position } from "../../workflow/position.ts";
import { gapAdvice, gapSentence } from "../result/gaps/gap-text.ts";
import type { RunResult } from "../../workflow/run-result.ts";

export type Mark = {
  readonly position: Position;
  /** Exclusive; the end of the word at the position when absent. */
  readonly end?: { readonly line: number; readonly column: number };
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly id?: string;
};

type RunMarks = {
  readonly marks: readonly Mark[];
  /** Null when the run did not fail, or at no place in the author's files. */
  readonly failedAt: Position | null;
};

const NOTHING: RunMarks = { marks: [], failedAt: null };

function inSentences(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join("\n");
}

/** The error itself becomes a mark only where no diagnostic explains the same line as an error already. */
export function marksOf(result: RunResult | null): RunMarks {
  if (result === null) return NOTHING;
  const { outcome } = result;
  const missing = result.gaps.find(({ endsRun }) => endsRun);
  const error = "error" in outcome && missing === undefined ? outcome.error : undefined;
  const failedAt = error?.position ?? null;
  const marks = result.diagnostics.map(
    ({ position, end, severity, message, advice, id }): Mark => ({
      position,
      ...(end ? { end } : {}),
      severity,
      message: inSentences(message, advice),
      id,
    }),
  );
  for (const gap of result.gaps) {
    if (gap.kind !== "mock" || gap.position === undefined) continue;
    marks.push({
      position: gap.position,
      severity: "warning",
      message: inSentences(`${gapSentence(gap)}.`, gapAdvice(gap)),
    });
  }
  const isExplained = marks.some(
    ({ severity, position }) =>
      severity === "error" && position.file === failedAt?.file && position.line === failedAt.line,
  );
  if (error === undefined || failedAt === null || isExplained) return { marks, failedAt };
  const said = error.name === "" ? error.message : `${error.name}: ${error.message}`;
  return {
    marks: [...marks, { position: failedAt, severity: "error", message: inSentences(said, error.advice) }],
    failedAt,
  };
}

/** Names of the files in which the newest run found an error. */
export function filesWithErrors(result: RunResult | null): readonly string[] {
  const { marks } = marksOf(result);
  return [...new Set(marks.filter((mark) => mark.severity === "error").map((mark) => mark.position.file))];
}

/** Reads the author's tokens, the settings and what a run did, and says what will not do what it seems to. */
import type { Diagnostic } from "../workflow/diagnostic.ts";
import type { Effect } from "../workflow/execution.ts";
import type { RunResult } from "../workflow/run-result.ts";
import type { WorkflowSettings } from "../workflow/settings.ts";
import type { SourceToken } from "../workflow/source-token.ts";
import type { Trigger } from "../workflow/trigger.ts";
import type { CheckInput, Finding } from "./check.ts";
import { CHECKS } from "./checks.ts";
import { FileView } from "./source.ts";

export type DiagnoseInput = {
  /** One list for each file; empty for a file that does not parse. */
  readonly tokens: readonly (readonly SourceToken[])[];
  readonly settings: WorkflowSettings;
  readonly trigger: Trigger;
  readonly effects: readonly Effect[];
  readonly outcome: RunResult["outcome"];
};

/** Pure: the same input gives the same list, in the order of the source. */
export function diagnose({ tokens, settings, trigger, effects, outcome }: DiagnoseInput): readonly Diagnostic[] {
  const files = tokens.filter((list) => list.length > 0).map((list) => new FileView(list));
  const entry = files.find((file) => file.isEntry);
  const isDiscovered =
    outcome.kind === "completed" ||
    outcome.kind === "unready" ||
    outcome.kind === "never-settled" ||
    outcome.phase === "execute";
  const input: CheckInput = { files, entry, settings, isDiscovered, trigger, effects, outcome };
  const found: Diagnostic[] = [];
  const seen = new Set<string>();
  for (const { id, find } of CHECKS) {
    for (const finding of find(input)) {
      const diagnostic = toDiagnostic(id, finding, entry);
      if (!diagnostic) continue;
      const { file, line, column } = diagnostic.position;
      const key = `${id} ${file} ${line} ${column}`;
      if (seen.has(key)) continue;
      seen.add(key);
      found.push(diagnostic);
    }
  }
  const order = new Map(files.map((file, index) => [file.name, index]));
  return found.sort(
    (a, b) =>
      (order.get(a.position.file) ?? 0) - (order.get(b.position.file) ?? 0) ||
      a.position.line - b.position.line ||
      a.position.column - b.position.column,
  );
}

function toDiagnostic(id: string, { at, ...rest }: Finding, entry: FileView | undefined): Diagnostic | null {
  const place = at ?? entry?.tokens[0];
  if (!place) return null;
  const { file, line, column } = place;
  const length =
    "text" in place && typeof place.text === "string" && !place.text.includes("\n") ? place.text.length : 0;
  const end = length > 0 ? { end: { line, column: column + length } } : {};
  return { id, position: { file, line, column }, ...end, ...rest };
}

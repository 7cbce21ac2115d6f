/** Reads the author's tokens, the settings and what a run did, and says what will not do what it seems to. */
import { readSource } from "../transpile/read-source.ts";
import type { ClaimWrite } from "../workflow/claim.ts";
import type { Diagnostic } from "../workflow/diagnostic.ts";
import type { Effect } from "../workflow/execution.ts";
import type { Gap } from "../workflow/gap.ts";
import { entryFile, type SourceFile } from "../workflow/project.ts";
import type { RunResult } from "../workflow/run-result.ts";
import type { WorkflowSettings } from "../workflow/settings.ts";
import type { Trigger } from "../workflow/trigger.ts";
import type { CheckInput, Finding } from "./check.ts";
import { claimWritesIn } from "./claim-writes.ts";
import { CHECKS } from "./checks.ts";
import { unsetVariable } from "./checks/unset-variable.ts";
import { gapsOf } from "./gaps.ts";
import { FileView } from "./source.ts";

type DiagnoseInput = {
  /** The project’s; only what the entry reaches of them is spoken of. Empty where nothing here can read them. */
  readonly files: readonly SourceFile[];
  readonly settings: WorkflowSettings;
  readonly trigger: Trigger;
  readonly effects: readonly Effect[];
  readonly outcome: RunResult["outcome"];
  /** Whether JSON text holds the value of a secret variable. */
  readonly isSecretIn?: (json: string) => boolean;
};

type Diagnosis = {
  /** In the order of the source. */
  readonly diagnostics: readonly Diagnostic[];
  /** The run’s own; a failure carries what was found of it. */
  readonly outcome: RunResult["outcome"];
  readonly gaps: readonly Gap[];
  readonly claimWrites: readonly ClaimWrite[];
};

/** Pure: the same input gives the same diagnosis. */
export function diagnose({
  files: sources,
  settings,
  trigger,
  effects,
  outcome,
  isSecretIn = () => false,
}: DiagnoseInput): Diagnosis {
  const workflow = entryFile(sources);
  const read = workflow === null ? [] : readSource(sources, workflow);
  const views = read.map((tokens, index) => new FileView(tokens, index === 0));
  const files = views.filter((file) => file.tokens.length > 0);
  const entry = files.find((file) => file.isEntry);
  const isDiscovered =
    outcome.kind === "completed" ||
    outcome.kind === "unready" ||
    outcome.kind === "never-settled" ||
    outcome.phase === "execute";
  const input: CheckInput = {
    files,
    entry,
    settings,
    isDiscovered,
    trigger,
    effects,
    outcome,
    isSecretIn,
  };
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
  found.sort(
    (a, b) =>
      (order.get(a.position.file) ?? 0) - (order.get(b.position.file) ?? 0) ||
      a.position.line - b.position.line ||
      a.position.column - b.position.column,
  );
  return {
    diagnostics: found,
    outcome: explained(outcome, found),
    gaps: gapsOf(input),
    claimWrites: claimWritesIn(files),
  };
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

/** A failure with what the diagnostic at its line says of it: the advice on the card and the list of problems are one. */
function explained(outcome: RunResult["outcome"], diagnostics: readonly Diagnostic[]): RunResult["outcome"] {
  if (outcome.kind !== "failed" || !outcome.error.position) return outcome;
  const { file, line } = outcome.error.position;
  const about = diagnostics.find(
    ({ id, severity, position }) =>
      (severity === "error" || id === unsetVariable.id) && position.file === file && position.line === line,
  );
  if (about === undefined) return outcome;
  const advice = about.advice === undefined ? about.message : `${about.message} ${about.advice}`;
  return { ...outcome, error: { ...outcome.error, advice } };
}

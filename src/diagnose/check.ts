/** What a check is: it reads the input and yields what it finds. */
import type { Diagnostic } from "../workflow/diagnostic.ts";
import type { Effect } from "../workflow/execution.ts";
import type { Position } from "../workflow/position.ts";
import type { Rule } from "../workflow/provenance.ts";
import type { RunResult } from "../workflow/run-result.ts";
import type { WorkflowSettings } from "../workflow/settings.ts";
import type { SourceToken } from "../workflow/source-token.ts";
import type { Trigger } from "../workflow/trigger.ts";
import type { FileView } from "./source.ts";

export type CheckInput = {
  readonly files: readonly FileView[];
  /** The file with the workflow; undefined while it does not parse. */
  readonly entry: FileView | undefined;
  readonly settings: WorkflowSettings;
  /** Whether discovery went through, so that `settings` are the author's. */
  readonly isDiscovered: boolean;
  readonly trigger: Trigger;
  readonly effects: readonly Effect[];
  readonly outcome: RunResult["outcome"];
  /** Whether JSON text holds the value of a secret variable. */
  readonly isSecretIn: (json: string) => boolean;
};

export type Finding = Omit<Diagnostic, "id" | "position" | "rule"> & {
  /** Where: a token, or a place. */
  readonly at: SourceToken | Position | undefined;
  readonly rule: Rule;
};

export type Check = {
  /** Stable and kebab-case. */
  readonly id: string;
  readonly find: (input: CheckInput) => Iterable<Finding>;
};

const RUNTIME = {
  provenance: "recorded",
  source: "Kinde’s open-source workflow runtime",
  url: "https://github.com/kinde-oss/workflows-runtime",
} as const;

/** A rule observed in the runtime. */
export function recorded(sentence: string): Rule {
  return { ...RUNTIME, sentence };
}

export function documented(sentence: string): Rule {
  return {
    provenance: "documented",
    sentence,
    source: "Kinde docs, workflows",
    url: "https://docs.kinde.com/workflows/",
  };
}

export function fromPackage(sentence: string): Rule {
  return { provenance: "package", sentence, source: "@kinde/infrastructure" };
}

/** What Kinde has not published. */
export function simulated(sentence: string): Rule {
  return { provenance: "simulated", sentence, source: "Simulated by this playground" };
}

/** Runs a test on every token of every file that can begin a finding. */
export function* eachToken(
  { files }: CheckInput,
  find: (file: FileView, index: number, token: SourceToken) => Finding | null | undefined,
): Generator<Finding> {
  for (const file of files) {
    const { tokens } = file;
    for (const index of file.candidateTokens) {
      const finding = find(file, index, tokens[index] as SourceToken);
      if (finding) yield finding;
    }
  }
}

/** The file and the index of the first token at or after a place on its line; null where that line has none. */
export function tokenAt({ files }: Pick<CheckInput, "files">, { file: name, line, column }: Position) {
  const file = files.find((candidate) => candidate.name === name);
  const index = file?.tokens.findIndex((token) => token.line === line && token.column >= column) ?? -1;
  return file === undefined || index < 0 ? null : { file, index };
}

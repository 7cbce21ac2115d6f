/** A project is what a person edits, keeps and shares: source files and the scenario as text, valid or not. */
import type { TokenName } from "./token.ts";
import type { Trigger } from "./trigger.ts";

export type SourceFile = { readonly name: string; readonly text: string };

/** `imported`: made from a pasted JWT; such a token is never stored, shared or sent anywhere. */
export type TokenDraft = { readonly text: string; readonly imported: boolean };

export type EnvironmentDraft = { readonly name: string; readonly value: string; readonly isSecret: boolean };

/** One fetch mock as edited. `body` is JSON text, plain text, or the error's text, as `answer` says. */
export type FetchMockDraft = {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly answer: "json" | "text" | "error";
  readonly body: string;
  readonly latencyMs: number;
};

export type Project = {
  /** The entry is the first file whose name, without its ending, ends in `Workflow`. */
  readonly files: readonly SourceFile[];
  /** Edited base tokens as JSON text; a token that is absent stands at its seed. */
  readonly tokens: { readonly [T in TokenName]?: TokenDraft };
  /** Edited events as JSON text, each under the trigger it was edited for; an event that is absent stands at its seed. */
  readonly events: { readonly [T in Trigger]?: string };
  readonly env: readonly EnvironmentDraft[];
  readonly mocks: readonly FetchMockDraft[];
  /** Texts that `getLocalization(key)` finds, as edited. */
  readonly localization: readonly { readonly key: string; readonly text: string }[];
};

/** The endings Kinde accepts for a workflow, and so the ones a file here may have. */
export const SOURCE_ENDINGS: readonly string[] = [".ts", ".tsx", ".js", ".jsx"];

/** The file Kinde would run: its name ends in `Workflow` before the ending (documented). Null when there is none. */
export function entryFile(files: readonly SourceFile[]): SourceFile | null {
  return files.find((file) => /Workflow\.(ts|tsx|js|jsx)$/.test(file.name)) ?? null;
}

/** Finds parts of `workflowSettings` in the entry's tokens. */
import type { SourceToken } from "../workflow/source-token.ts";
import { stringValue } from "../workflow/string-value.ts";
import type { FileView } from "./source.ts";

/** The key of a binding. */
export function bindingToken(entry: FileView, binding: string): SourceToken | undefined {
  return entry.tokens.find(
    (token, index) =>
      (stringValue(token.text) === binding || (token.kind === "name" && token.text === binding)) &&
      entry.text(index + 1) === ":" &&
      (entry.text(index - 1) === "{" || entry.text(index - 1) === ","),
  );
}

/** The index of the name `workflowSettings` where it is declared. */
export function settingsIndex(entry: FileView): number {
  return entry.tokens.findIndex(
    (token, index) => token.text === "workflowSettings" && /^(const|let|var)$/.test(entry.text(index - 1)),
  );
}

export function settingsToken(entry: FileView): SourceToken | undefined {
  return entry.tokens[settingsIndex(entry)];
}

/** The value of a member written directly in the settings, by its key. */
export function settingToken(entry: FileView, key: string): SourceToken | undefined {
  const start = settingsIndex(entry);
  const index = entry.tokens.findIndex(
    (token, at) => at > start && start >= 0 && token.text === key && entry.text(at + 1) === ":",
  );
  return entry.tokens[index + 2];
}

/** Whether the settings list bindings in the source. */
export function hasBindingsInSource(entry: FileView): boolean {
  const index = entry.tokens.findIndex((token, at) => token.text === "bindings" && entry.text(at + 1) === ":");
  return index >= 0 && entry.text(index + 2) === "{" && entry.text(index + 3) !== "}";
}

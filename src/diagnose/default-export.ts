/** Finds the default export of the entry in its tokens. */
import type { FileView } from "./source.ts";

type DefaultExport = {
  readonly keywordIndex: number;
  readonly form: "async-function" | "function" | "generator" | "class" | "async-arrow" | "arrow" | "other";
  /** The tokens of its body, braces included; null where it is not a function written in place. */
  readonly body: { readonly start: number; readonly end: number } | null;
};

export function defaultExportOf(file: FileView): DefaultExport | null {
  const keywordIndex = file.tokens.findIndex(
    (token, index) => token.text === "export" && file.text(index + 1) === "default",
  );
  if (keywordIndex < 0) return null;
  let index = keywordIndex + 2;
  const isAsync = file.text(index) === "async";
  if (isAsync) index++;
  if (file.text(index) === "function") {
    const isGenerator = file.text(index + 1) === "*";
    const open = file.tokens.findIndex((token, at) => at > index && token.text === "(");
    const start = file.closeOf(open) + 1;
    const form = isGenerator ? "generator" : isAsync ? "async-function" : "function";
    return { keywordIndex, form, body: { start, end: file.closeOf(start) } };
  }
  if (file.text(index) === "class") return { keywordIndex, form: "class", body: null };
  const arrow = file.text(index) === "(" ? file.closeOf(index) + 1 : index + 1;
  if (file.text(arrow) === "=>") return { keywordIndex, form: isAsync ? "async-arrow" : "arrow", body: null };
  return { keywordIndex, form: "other", body: null };
}

export function hasDefaultExport(file: FileView): boolean {
  if (defaultExportOf(file)) return true;
  return file.tokens.some(
    (token, index) =>
      (token.text === "default" &&
        (file.text(index - 1) === "as" || (file.text(index - 1) === "{" && file.text(index + 1) === "}"))) ||
      (token.text === "module" && file.is(index + 1, ".", "exports")),
  );
}

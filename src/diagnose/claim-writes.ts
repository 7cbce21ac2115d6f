/** Every write of a claim that stands in the source under a name: `claims.plan = …` and `setCustomClaim("plan", …)`. */
import type { ClaimWrite } from "../workflow/claim.ts";
import { TOKEN_NAMES, type TokenName } from "../workflow/token.ts";
import { stringValue } from "../workflow/string-value.ts";
import type { FileView } from "./source.ts";

/** What is written under a name that only a run knows is left out, and so is what a parameter is passed for. */
export function claimWritesIn(files: readonly FileView[]): readonly ClaimWrite[] {
  return files.flatMap((file) =>
    file.candidateTokens.flatMap((index) => assignmentAt(file, index) ?? callAt(file, index) ?? []),
  );
}

function assignmentAt(file: FileView, index: number): ClaimWrite | null {
  const claims = file.claimsAt(index);
  if (claims === null) return null;
  const at = claims.end + 1;
  const isIndexed = file.text(at) === "[" && file.closeOf(at) === at + 2;
  const named = file.tokens[at + 1];
  const name = isIndexed
    ? textIn(named?.text)
    : file.text(at) === "." && named && /^(name|keyword)$/.test(named.kind)
      ? named.text
      : null;
  const end = isIndexed ? at + 2 : at + 1;
  if (name === null || file.text(end + 1) !== "=") return null;
  return writeOf(file, index, endOfStatement(file, end + 2), claims.token, name);
}

function callAt(file: FileView, index: number): ClaimWrite | null {
  const token = TOKEN_NAMES.find((one) => one === file.text(index - 2));
  const open = index + 1;
  const name = file.text(index) === "setCustomClaim" && file.isAfterDot(index) ? textIn(file.text(open + 1)) : null;
  if (name === null || file.text(open) !== "(" || file.text(open + 2) !== "," || token === undefined) return null;
  return writeOf(file, index - 2, file.closeOf(open), token, name);
}

function writeOf(file: FileView, start: number, end: number, token: TokenName, name: string): ClaimWrite | null {
  const [first, last] = [file.tokens[start], file.tokens[end]];
  if (first === undefined || last === undefined) return null;
  const { line, column } = first;
  return { token, name, position: { file: file.name, line, column }, lastLine: last.line };
}

/** Null for what is no plain string. */
function textIn(text: string | undefined): string | null {
  return text !== undefined && /^["'][^\\]*["']$/.test(text) ? stringValue(text) : null;
}

/** The last token before the next `;`, or before what closes the block. */
function endOfStatement(file: FileView, start: number): number {
  let at = start;
  while (at < file.tokens.length - 1) {
    const text = file.text(at);
    if (text === ";" || /^[)\]}]$/.test(text)) return Math.max(start, at - 1);
    at = /^(?:[([{]|\$\{)$/.test(text) ? file.closeOf(at) + 1 : at + 1;
  }
  return at;
}

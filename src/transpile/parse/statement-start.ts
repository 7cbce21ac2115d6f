/** Where a statement can start: after a semicolon or a brace, or on a new line. */
import type { ParsedFile } from "./parse.ts";
import { tt } from "./token-type.ts";

/** Whether the token before ends a statement or opens a block. */
export function isAfterStatement({ tokens }: ParsedFile, index: number): boolean {
  const before = tokens[index - 1]?.type;
  return before === tt.semi || before === tt.braceL || before === tt.braceR;
}

export function isOnNewLine({ tokens, file }: ParsedFile, index: number): boolean {
  const before = tokens[index - 1];
  const token = tokens[index];
  return before !== undefined && token !== undefined && /[\r\n]/.test(file.text.slice(before.end, token.start));
}

/** Which expression a failure at a place is about, as the author wrote it. */
import type { FileView } from "./source.ts";
import { endOfChain, startOfChain } from "./unset-variables.ts";

const LONGEST = 60;

/** The only token that fits, in the expression at the place of the error or else on its line; null where several might be meant. */
export function theOne(
  file: FileView,
  lineStart: number,
  place: number | undefined,
  test: (index: number) => boolean,
): number | null {
  const onLine = tokensOfLine(file, lineStart).filter(test);
  if (place === undefined) return onLine.length === 1 ? (onLine[0] ?? null) : null;
  const end = endOfChain(file, place);
  const inChain = onLine.filter((index) => index >= place && index <= end);
  const found = inChain.length > 0 ? inChain : onLine;
  return found.length === 1 ? (found[0] ?? null) : null;
}

export function tokensOfLine(file: FileView, lineStart: number): readonly number[] {
  const { line } = file.tokens[lineStart] ?? {};
  const found: number[] = [];
  for (let index = lineStart; index < file.tokens.length && file.tokens[index]?.line === line; index++)
    found.push(index);
  return found;
}

/** The expression that ends at a token, as the author wrote it; long ones are shortened. */
export function ownerOf(file: FileView, end: number): string {
  return textBetween(file, startOfChain(file, end), end);
}

export function textBetween(file: FileView, start: number, end: number): string {
  const text = file.tokens
    .slice(start, end + 1)
    .map((token) => token.text)
    .join("");
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 3)}…` : text;
}

/** Finds the numbers of a JSON text that a workflow gets with other digits, because JavaScript has no such number. */
import { compactJson, readExactJson } from "../../workflow/exact-json.ts";

type RoundedNumber = { readonly written: string; readonly got: string };

const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[^,\]}]*/g;

/** @param text is known to be JSON. At most `limit` different ones, in the order of the text. */
export function roundedNumbers(text: string, limit: number): readonly RoundedNumber[] {
  const found = new Map<string, RoundedNumber>();
  for (const [written] of compactJson(text).matchAll(STRING_OR_NUMBER)) {
    if (found.size === limit) break;
    const got = written.startsWith('"') ? written : String(Number(written));
    if (got === written) continue;
    const identities = new Map<string, number>();
    if (readExactJson(got, identities).identity !== readExactJson(written, identities).identity)
      found.set(written, { written, got });
  }
  return [...found.values()];
}

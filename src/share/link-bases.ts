/** What links of format version 1 are compressed against: the everyday vocabulary alone, or with one of the frozen examples behind it. */
import { WINDOW_BYTES } from "./compression.ts";
import { DICTIONARY_V1 } from "./dictionary-v1.ts";
import examples from "./examples-v1.json" with { type: "json" };

/**
 * Texts that example projects once had, as they stand in a link. Links name an entry by its place, so entries may be added
 * at the end (`npm run freeze-examples`), but never changed, moved or removed: then links open for ever, whatever becomes of the examples.
 */
const EXAMPLES: readonly { readonly name: string; readonly text: string }[] = examples;

/** The vocabulary alone. */
export const NO_BASE = 0;
export const BASE_COUNT = EXAMPLES.length + 1;

const made = new Map<number, Uint8Array>();

/** The preset dictionary for a base from 0 to `BASE_COUNT - 1`. */
export function dictionaryOf(base: number): Uint8Array {
  const known = made.get(base);
  if (known) return known;
  const text = DICTIONARY_V1 + (EXAMPLES[base - 1]?.text ?? "");
  const dictionary = new TextEncoder().encode(text).slice(-WINDOW_BYTES);
  made.set(base, dictionary);
  return dictionary;
}

/** The base whose example shares most text with a project's JSON text, measured in whole lines of source. */
export function closestBase(text: string): number {
  const lines = new Set(linesOf(text));
  const shared = (example: string) =>
    linesOf(example).reduce((sum, line) => sum + (lines.has(line) ? line.length : 0), 0);
  let closest = { base: NO_BASE, characters: 0 };
  for (const [index, example] of EXAMPLES.entries()) {
    const characters = shared(example.text);
    if (characters > closest.characters) closest = { base: index + 1, characters };
  }
  return closest.base;
}

/** JSON text has its line ends as the two characters `\n`. */
function linesOf(text: string): readonly string[] {
  return text.split("\\n");
}

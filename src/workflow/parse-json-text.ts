/** Reads JSON text that a person wrote. Stands apart, so that who only reads JSON of our own need not load how mistakes are explained. */
import { countNames, readParts } from "./exact-json.ts";
import { type Json, parseJson } from "./json.ts";
import { findJsonMistake, type JsonMistake, mayExceedLimits, type NamesRule } from "./json-mistake.ts";

/** Text read as JSON, or why it cannot be, with the place of the mistake (1-based; columns in UTF-16 units). */
export type JsonReading =
  | { readonly kind: "ok"; readonly value: Json }
  | { readonly kind: "invalid"; readonly message: string; readonly line: number; readonly column: number };

/** A longer text would hold the page up at every key, and no token of that size is ever sent. */
export const MAX_JSON_CHARACTERS = 1_000_000;

/** As `findJsonMistake`. Who would not load all its words hands in something that throws. */
export type ExplainMistake = (text: string, names: NamesRule) => JsonMistake | null;

/** Parses text that a person wrote, at most `MAX_JSON_DEPTH` levels deep and with finite numbers only. Throws only what `explain` does. */
export function readJson(text: string, explain: ExplainMistake, names: NamesRule): JsonReading {
  if (text.length > MAX_JSON_CHARACTERS) {
    const [length, most] = [text.length, MAX_JSON_CHARACTERS].map((count) => count.toLocaleString("en"));
    return {
      kind: "invalid",
      message: `This text has ${length} characters. At most ${most} are read here.`,
      line: 1,
      column: 1,
    };
  }
  let value: Json;
  try {
    value = parseJson(text);
  } catch {
    return { kind: "invalid", ...(explain(text, names) ?? { message: "The text is not JSON.", line: 1, column: 1 }) };
  }
  const isDoubtful = mayExceedLimits(text) || (names === "unique" && readParts(text).names > countNames(value));
  const mistake = isDoubtful ? explain(text, names) : null;
  return mistake ? { kind: "invalid", ...mistake } : { kind: "ok", value };
}

/** Never throws. By default a name may stand twice in an object, as servers may write it; the last value counts. */
export function parseJsonText(text: string, names: NamesRule = "any"): JsonReading {
  return readJson(text, findJsonMistake, names);
}

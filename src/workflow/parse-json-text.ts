/** Reads JSON text that a person wrote. Stands apart, so that who only reads JSON of our own need not load how mistakes are explained. */
import { type Json, parseJson } from "./json.ts";
import { findJsonMistake, mayExceedLimits } from "./json-mistake.ts";

/** Text read as JSON, or why it cannot be, with the place of the mistake (1-based; columns in UTF-16 units). */
export type JsonReading =
  | { readonly kind: "ok"; readonly value: Json }
  | { readonly kind: "invalid"; readonly message: string; readonly line: number; readonly column: number };

/** A longer text would hold the page up at every key, and no token of that size is ever sent. */
export const MAX_JSON_CHARACTERS = 1_000_000;

/** Parses text that a person wrote, at most `MAX_JSON_DEPTH` levels deep and with finite numbers only. Never throws. */
export function parseJsonText(text: string): JsonReading {
  if (text.length > MAX_JSON_CHARACTERS) {
    const [length, most] = [text.length, MAX_JSON_CHARACTERS].map((count) => count.toLocaleString("en"));
    return {
      kind: "invalid",
      message: `This text has ${length} characters. At most ${most} are read here.`,
      line: 1,
      column: 1,
    };
  }
  try {
    const value = parseJson(text);
    const mistake = mayExceedLimits(text) ? findJsonMistake(text) : null;
    return mistake ? { kind: "invalid", ...mistake } : { kind: "ok", value };
  } catch {
    const mistake = findJsonMistake(text) ?? { message: "The text is not JSON.", line: 1, column: 1 };
    return { kind: "invalid", ...mistake };
  }
}

/** Reads a claims set (RFC 7519, section 4) from the JSON text a person edits. */
import type { ClaimsSet } from "./claim.ts";
import { isJsonObject } from "./json.ts";
import { parseJsonText } from "./parse-json-text.ts";

export type ClaimsSetReading =
  | { readonly kind: "ok"; readonly claims: ClaimsSet }
  | { readonly kind: "invalid"; readonly message: string; readonly line: number; readonly column: number };

/**
 * Parses a claims set. Of a name that stands twice the last value wins, at the place of the first (as `JSON.parse` does;
 * that is also why names that are whole numbers come first). Never throws.
 */
export function parseClaimsSet(text: string): ClaimsSetReading {
  const reading = parseJsonText(text);
  if (reading.kind === "invalid") return reading;
  if (!isJsonObject(reading.value)) {
    const before = text.slice(0, text.search(/\S/)).split("\n");
    return {
      kind: "invalid",
      message: 'A claims set is a JSON object, such as {"sub": "kp_1"}.',
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
    };
  }
  return {
    kind: "ok",
    claims: Object.entries(reading.value).map(([name, value]) => ({ name, json: JSON.stringify(value) })),
  };
}

/** Reads a claims set (RFC 7519, section 4) from the JSON text a person edits. */
import type { ClaimsSet } from "./claim.ts";
import { readParts } from "./exact-json.ts";
import { isJsonObject } from "./json.ts";
import { findJsonMistake } from "./json-mistake.ts";
import { type ExplainMistake, readJson } from "./parse-json-text.ts";

type ClaimsSetReading =
  | { readonly kind: "ok"; readonly claims: ClaimsSet }
  | { readonly kind: "invalid"; readonly message: string; readonly line: number; readonly column: number };

/** Claims in the order of the text, numbers as they are written there; a name may stand only once. Throws only what `explain` does. */
export function readClaimsSet(text: string, explain: ExplainMistake): ClaimsSetReading {
  const reading = readJson(text, explain, "unique");
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
  return { kind: "ok", claims: readParts(text).parts };
}

/** Never throws. */
export function parseClaimsSet(text: string): ClaimsSetReading {
  return readClaimsSet(text, findJsonMistake);
}

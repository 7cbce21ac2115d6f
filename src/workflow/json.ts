/** JSON as TypeScript types, and the one way this project reads JSON text into them. */
import { findJsonMistake, mayExceedLimits } from "./json-mistake.ts";

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [name: string]: Json };

/** True for a JSON object; false for arrays, null and primitives. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Parses JSON text. Names such as `__proto__` come back as ordinary own properties (ECMA-262, JSON.parse).
 * @throws SyntaxError as `JSON.parse` does.
 */
export function parseJson(text: string): Json {
  return JSON.parse(text) as Json;
}

/** Text read as JSON, or why it cannot be, with the place of the mistake (1-based; columns in UTF-16 units). */
export type JsonReading =
  | { readonly kind: "ok"; readonly value: Json }
  | { readonly kind: "invalid"; readonly message: string; readonly line: number; readonly column: number };

/** Parses text that a person wrote, at most `MAX_JSON_DEPTH` levels deep and with finite numbers only. Never throws. */
export function parseJsonText(text: string): JsonReading {
  try {
    const value = parseJson(text);
    const mistake = mayExceedLimits(text) ? findJsonMistake(text) : null;
    return mistake ? { kind: "invalid", ...mistake } : { kind: "ok", value };
  } catch {
    const mistake = findJsonMistake(text) ?? { message: "The text is not JSON.", line: 1, column: 1 };
    return { kind: "invalid", ...mistake };
  }
}

/** JSON as TypeScript types, and the one way this project reads JSON text into them. */

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

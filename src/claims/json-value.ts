/** Questions about values that are kept as JSON text. */
import { type Identities, readExactJson } from "../workflow/exact-json.ts";

/** Whether two JSON texts stand for the same value: digit by digit, but whatever the order of names and the spelling of a number. */
export function isSameJson(one: string, other: string): boolean {
  if (one === other) return true;
  const identities: Identities = new Map();
  return readExactJson(one, identities).identity === readExactJson(other, identities).identity;
}

/** Whether a JSON text stands for nothing: null, [], {} or "". */
export function isEmptyJson(json: string): boolean {
  return /^\s*(?:null|\[\s*\]|\{\s*\}|"")\s*$/.test(json);
}

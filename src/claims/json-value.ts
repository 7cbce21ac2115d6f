/** Questions about values that are kept as JSON text. */
import { isJsonObject, type Json, parseJson } from "../workflow/json.ts";

/** A text that is equal for equal JSON values: the order of names does not count. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonicalJson).join(",")}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.sort().join(",")}}`;
}

/** Whether two JSON texts stand for the same value. */
export function isSameJson(one: string, other: string): boolean {
  return one === other || canonicalJson(parseJson(one)) === canonicalJson(parseJson(other));
}

/** Whether a JSON text stands for nothing: null, [], {} or "". */
export function isEmptyJson(json: string): boolean {
  return /^\s*(?:null|\[\s*\]|\{\s*\}|"")\s*$/.test(json);
}

/** Values as the glue hands them over: one line of JSON text, followed by a path and a reason where JSON cannot hold the value. */
import type { GuestValue } from "../workflow/execution.ts";
import { type Json, parseJson } from "../workflow/json.ts";

export function parseGuestValue(line: string): GuestValue {
  const end = line.indexOf("\t");
  if (end < 0) return { text: line, problem: null };
  const [path = "", reason = ""] = line.slice(end + 1).split("\t");
  return { text: line.slice(0, end), problem: { path: String(parseJson(`"${path}"`)), reason } };
}

/** The value as JSON; marks stand for what JSON cannot hold. */
export const plainJson = (value: GuestValue): Json => parseJson(value.text);

/** A claims set as indented JSON text, for comparing side by side. */
import type { ClaimsSet } from "../../../workflow/claim.ts";
import { indentJson } from "../../../workflow/indent-json.ts";

/** Claims in the order given: a name such as `__proto__` or `1` stays at its place. */
export function claimsText(claims: ClaimsSet): string {
  if (claims.length === 0) return "{}";
  const members = claims.map(({ name, json }) => `  ${JSON.stringify(name)}: ${indentJson(json, 1)}`);
  return `{\n${members.join(",\n")}\n}`;
}

/** The text without the commas at its lines' ends, which change with what comes after, and the lines that had one, counted from 1. */
export function withoutCommas(text: string): { readonly text: string; readonly lines: readonly number[] } {
  const lines = text.split("\n");
  // A string of JSON never spans lines, so a comma at the end of a line is never part of one.
  const isBeforeNext = (line: string) => line.endsWith(",");
  return {
    text: lines.map((line) => (isBeforeNext(line) ? line.slice(0, -1) : line)).join("\n"),
    lines: lines.flatMap((line, index) => (isBeforeNext(line) ? [index + 1] : [])),
  };
}

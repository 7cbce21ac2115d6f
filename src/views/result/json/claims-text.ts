/** A claims set as indented JSON text, for comparing side by side. */
import { laidBeside, OTHER_SPELLING } from "../../../claims/laid-beside.ts";
import type { ClaimsSet } from "../../../workflow/claim.ts";
import { indentJson } from "../../../workflow/indent-json.ts";

/** Claims in the order given: a name such as `__proto__` or `1` stays at its place. */
export function claimsText(claims: ClaimsSet): string {
  if (claims.length === 0) return "{}";
  const members = claims.map(({ name, json }) => `  ${JSON.stringify(name)}: ${indentJson(json, 1)}`);
  return `{\n${members.join(",\n")}\n}`;
}

/** Both sets, marked as `laidBeside` marks the values that both have. */
export function claimsTexts(base: ClaimsSet, issued: ClaimsSet): { readonly base: string; readonly issued: string } {
  const before = new Map(base.map(({ name, json }) => [name, json]));
  const after = new Map<string, string>();
  for (const { name, json } of issued) {
    const [one, other] = laidBeside(before.get(name) ?? json, json);
    if (before.has(name)) before.set(name, one);
    after.set(name, other);
  }
  return { base: claimsText(asClaims(before)), issued: claimsText(asClaims(after)) };
}

const asClaims = (values: ReadonlyMap<string, string>): ClaimsSet =>
  [...values].map(([name, json]) => ({ name, json }));

/** The text as it is read, without marks. */
export function withoutMarks(text: string): string {
  return text.replaceAll(OTHER_SPELLING, "");
}

type DrawnText = {
  readonly text: string;
  /** What is drawn at the ends of lines, counted from 1, and not written: it differs where nothing changed. */
  readonly drawn: ReadonlyMap<number, string>;
};

/** Not written are the commas at the lines' ends, which change with what comes after, and a number that the other side spells differently. */
export function drawnText(marked: string): DrawnText {
  const drawn = new Map<number, string>();
  const lines = marked.split("\n").map((line, index) => {
    const mark = line.indexOf(OTHER_SPELLING);
    // A string of JSON never spans lines, so a comma at the end of a line is never part of one.
    const end = mark >= 0 ? mark : line.length - (line.endsWith(",") ? 1 : 0);
    if (end < line.length) drawn.set(index + 1, withoutMarks(line.slice(end)));
    return line.slice(0, end);
  });
  return { text: lines.join("\n"), drawn };
}

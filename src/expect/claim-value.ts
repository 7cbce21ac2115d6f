/** Whether a claim's value is what is expected of it. */
import { isSameJson } from "../claims/json-value.ts";
import { type ExactJson, type Identities, readExactJson } from "../workflow/exact-json.ts";
import { parseJson } from "../workflow/json.ts";
import type { ClaimExpectation } from "./expectation.ts";
import { createPattern, MOST_MATCHED_CHARACTERS } from "./pattern.ts";

type ValueExpectation = Exclude<ClaimExpectation, { kind: "state" }>;

/** What is wrong with the value, as a part of a sentence; null when nothing is. */
export function complaintAboutValue(expected: ValueExpectation, json: string): string | null {
  switch (expected.kind) {
    case "is":
      return isSameJson(json, expected.json) ? null : `${json} is not ${expected.json}`;
    case "has":
      return holds(json, expected.json) ? null : `${json} does not have ${expected.json}`;
    case "matches":
      return matches(json, expected.pattern);
  }
}

function matches(json: string, pattern: string): string | null {
  if (!json.startsWith('"')) return `${json} is not text, so it cannot match ${pattern}`;
  const text = String(parseJson(json));
  if (text.length > MOST_MATCHED_CHARACTERS) return "the text is too long to be matched with a pattern";
  return createPattern(pattern).test(text) ? null : `${json} does not match ${pattern}`;
}

function holds(json: string, part: string): boolean {
  const identities: Identities = new Map();
  const [whole, wanted] = [readExactJson(json, identities), readExactJson(part, identities)];
  if (whole.items) return whole.items.some(({ identity }) => identity === wanted.identity);
  if (whole.members) return wanted.members !== undefined && hasMembers(whole.members, wanted.members);
  return isText(whole) && isText(wanted) && String(parseJson(json)).includes(String(parseJson(part)));
}

function hasMembers(whole: ReadonlyMap<string, ExactJson>, wanted: ReadonlyMap<string, ExactJson>): boolean {
  return [...wanted].every(([name, { identity }]) => whole.get(name)?.identity === identity);
}

const isText = ({ text }: ExactJson) => text.startsWith('"');

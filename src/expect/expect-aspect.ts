/** Changes what a text expects of one thing, such as a claim: to what was seen of it, or to nothing. The rest stays as it is written. */
import { readExactJson } from "../workflow/exact-json.ts";
import { indentJson } from "../workflow/indent-json.ts";
import type { RunResult } from "../workflow/run-result.ts";
import { setJsonMember } from "../workflow/set-json-member.ts";
import type { Check } from "./check.ts";
import type { Expectations } from "./expectation.ts";
import { readExpectations } from "./read-expectations.ts";
import { expectationsOfRun } from "./expectations-of-run.ts";
import { judge, reachedBy } from "./verdict.ts";

/** What one check is about. */
export type Aspect = Pick<Check, "subject" | "token" | "name">;

type HidesIn = (json: string) => boolean;

/** All that is seen, laid out for a person. @param text of what is expected so far. */
export function seenText(text: string, result: RunResult, hidesIn: HidesIn): string {
  return indentJson(expectationsOfRun(result, expectationsIn(text), hidesIn));
}

/** Null where that cannot be: the run did not get so far, or it contradicts the rest of the text. */
export function expectAspect(text: string, aspect: Aspect, result: RunResult, hidesIn: HidesIn): string | null {
  const path = pathOf(aspect, reachedBy(result).outcome === "denied");
  if (readExpectations(text).kind === "invalid" || path === null) return null;
  const before = expectationsIn(text);
  let seen = readExactJson(expectationsOfRun(result, speakingOf(aspect, before), hidesIn));
  for (const name of path) {
    const member = seen.members?.get(name);
    if (member === undefined) return null;
    seen = member;
  }
  const next = setJsonMember(withNamedClaims(text, aspect, before), path, seen.text);
  const reading = readExpectations(next);
  const checks = reading.kind === "ok" ? judge(reading.expectations, result).checks : [];
  return checks.some((check) => check.status === "holds" && isAbout(check, aspect)) ? next : null;
}

function isAbout(check: Check, { subject, token, name }: Aspect): boolean {
  return check.subject === subject && check.token === token && (subject !== "claim" || check.name === name);
}

/** "" where nothing is expected any more. */
export function dropAspect(text: string, aspect: Aspect): string {
  let shorter = text;
  for (const isDenied of [false, true]) {
    const path = pathOf(aspect, isDenied);
    if (path !== null) shorter = setJsonMember(shorter, path, null);
  }
  const reading = readExpectations(shorter);
  return reading.kind === "ok" && reading.expectations === null ? "" : shorter;
}

/** Where the text speaks of it; null for what no single place speaks of. */
function pathOf({ subject, token, name }: Aspect, isDenied: boolean): readonly string[] | null {
  if (subject === "claim") return token === undefined || name === undefined ? null : [token, name];
  if (subject === "maxBytes") return token === undefined ? null : [subject, token];
  return [subject === "message" && isDenied ? "denied" : subject];
}

function expectationsIn(text: string): Expectations | null {
  const reading = readExpectations(text);
  return reading.kind === "ok" ? reading.expectations : null;
}

/** One word for a whole token becomes an object that says the same, in which claims can be named. */
function withNamedClaims(text: string, { subject, token }: Aspect, before: Expectations | null): string {
  const said = token && before?.tokens[token];
  const isWord = subject === "claim" && token && said?.others === "unchanged" && said.claims.size === 0;
  return isWord ? setJsonMember(text, [token, "*"], '"unchanged"') : text;
}

const NOTHING: Expectations = { outcome: "completed", tokens: {}, maxBytes: {} };

/** So that what is seen speaks of it too. */
function speakingOf({ subject, token, name }: Aspect, before: Expectations | null): Expectations {
  const all = before ?? NOTHING;
  switch (subject) {
    case "claim": {
      if (token === undefined) return all;
      const claims = new Map([[name ?? "", []], ...(all.tokens[token]?.claims ?? [])]);
      return { ...all, tokens: { ...all.tokens, [token]: { claims } } };
    }
    case "maxBytes":
      return token === undefined ? all : { ...all, maxBytes: { [token]: 1 } };
    case "fields":
      return { fields: new Map(), ...all };
    case "mfa":
      return { mfa: "", ...all };
    case "calls":
      return { calls: [], ...all };
    case "problems":
      return { problems: "none", ...all };
    default:
      return all;
  }
}

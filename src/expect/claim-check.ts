/** Checks of one claim, and of the size of its token. */
import { jwtBytesOf } from "../claims/jwt-bytes.ts";
import type { ClaimChange } from "../workflow/claim.ts";
import type { TokenResult } from "../workflow/run-result.ts";
import type { TokenName } from "../workflow/token.ts";
import type { Check } from "./check.ts";
import { complaintAboutValue } from "./claim-value.ts";
import type { ClaimExpectation, ExpectedState } from "./expectation.ts";
import { tokenInSentence } from "./token-in-sentence.ts";

export function wordsOf(expected: ClaimExpectation): string {
  if (expected.kind === "state") return expected.state;
  if (expected.kind === "matches") return `matches ${expected.pattern}`;
  return expected.kind === "is" ? expected.json : `has ${expected.json}`;
}

export function claimCheck(
  token: TokenName,
  name: string,
  expected: ClaimExpectation,
  change: ClaimChange | undefined,
): Check {
  const complaint = complaintAbout(name, expected, change);
  return {
    status: complaint === null ? "holds" : "fails",
    subject: "claim",
    token,
    name,
    expected: wordsOf(expected),
    got: expected.kind === "state" ? stateOf(change) : (change?.after ?? "absent"),
    sentence: complaint ?? `${name} ${wordsThatHold(expected)}`,
    ...(change?.position ? { position: change.position } : {}),
  };
}

function wordsThatHold(expected: ClaimExpectation): string {
  if (expected.kind === "state") return `is ${expected.state}`;
  return expected.kind === "is" ? `= ${expected.json}` : wordsOf(expected);
}

function complaintAbout(name: string, expected: ClaimExpectation, change: ClaimChange | undefined): string | null {
  if (expected.kind !== "state") {
    if (change?.after === undefined) return `expected the claim ${name}, but it is not in the token`;
    if (complaintAboutValue(expected, change.after) === null) return null;
    const wanted =
      expected.kind === "is"
        ? `= ${expected.json}`
        : expected.kind === "has"
          ? `to have ${expected.json}`
          : `to match ${expected.pattern}`;
    return `expected ${name} ${wanted}, but it is ${change.after}`;
  }
  return isIn(expected.state, change) ? null : `expected ${name} ${expected.state}, but it is ${stateOf(change)}`;
}

function isIn(state: ExpectedState, change: ClaimChange | undefined): boolean {
  return state === "absent" ? change?.after === undefined : stateOf(change) === state;
}

/** In the words of the claims list. */
export function stateOf(change: ClaimChange | undefined): string {
  if (change === undefined) return "not in the token";
  if (change.state === "prohibited" || change.state === "unserializable") return "rejected";
  return change.state === "written-unchanged" ? "unchanged" : change.state;
}

export function sizeCheck(name: TokenName, limit: number, token: TokenResult | undefined): Check {
  const label = tokenInSentence(name);
  const base = { subject: "maxBytes", token: name, expected: `${limit}` } as const;
  if (!token || token.issuedText === null) {
    const sentence = `expected the ${label} to have at most ${limit} bytes, but none is issued`;
    return { ...base, status: "fails", got: "not issued", sentence };
  }
  const bytes = issuedBytes(token);
  return {
    ...base,
    status: bytes <= limit ? "holds" : "fails",
    got: `${bytes}`,
    sentence:
      bytes <= limit
        ? `the ${label} has ${bytes} bytes, at most ${limit}`
        : `expected the ${label} to have at most ${limit} bytes, but it has ${bytes}`,
  };
}

/** The size of the encoded token. */
export function issuedBytes({ changes }: TokenResult): number {
  return jwtBytesOf(changes.flatMap(({ name, after }) => (after === undefined ? [] : [{ name, json: after }])));
}

/** Writes expectations as the JSON that `scenarios.json` has for them; reading it gives the same again. */
import { encodeClaimsSet } from "../claims/encode-claims-set.ts";
import type { Claim } from "../workflow/claim.ts";
import { indentJson } from "../workflow/indent-json.ts";
import { TOKEN_NAMES } from "../workflow/token.ts";
import type { ClaimExpectation, Expectations, TokenExpectation } from "./expectation.ts";

export function writeExpectations(expectations: Expectations): string {
  const { outcome, message, tokens, maxBytes, fields, mfa, calls, problems } = expectations;
  const members: Claim[] = [
    member("outcome", outcome),
    ...(message === undefined ? [] : [member(outcome === "denied" ? "denied" : "message", message)]),
  ];
  for (const name of TOKEN_NAMES) {
    const token = tokens[name];
    if (token) members.push({ name, json: tokenJson(token) });
  }
  if (Object.keys(maxBytes).length > 0) members.push(member("maxBytes", maxBytes));
  if (fields) members.push(member("fields", Object.fromEntries(fields)));
  if (mfa !== undefined) members.push(member("mfa", mfa));
  if (calls !== undefined) members.push(member("calls", calls));
  if (problems !== undefined) members.push(member("problems", problems));
  return indentJson(encodeClaimsSet(members));
}

const member = (name: string, value: unknown): Claim => ({ name, json: JSON.stringify(value) });

function tokenJson({ claims, others }: TokenExpectation): string {
  const all = [...claims].map(([name, expected]): Claim => ({ name, json: claimJson(expected) }));
  return encodeClaimsSet(others === undefined ? all : [...all, member("*", others)]);
}

function claimJson(all: readonly ClaimExpectation[]): string {
  const [first] = all;
  if (first?.kind === "state") return JSON.stringify(first.state);
  return encodeClaimsSet(
    all.flatMap((one): Claim[] => {
      if (one.kind === "state") return [];
      return [{ name: one.kind, json: one.kind === "matches" ? JSON.stringify(one.pattern) : one.json }];
    }),
  );
}

import { expect, test } from "vitest";
import type { ClaimsSet } from "../workflow/claim.ts";
import type { TokenName } from "../workflow/token.ts";
import { baseOfIssued } from "./base-of-issued.ts";
import { compareTokens } from "./compare-tokens.ts";
import { comparisonReport } from "./comparison-report.ts";
import { diffClaims } from "./diff-claims.ts";
import type { ComparisonInput } from "./token-comparison.ts";

type Values = { readonly [name: string]: unknown };

const setOf = (values: Values): ClaimsSet =>
  Object.entries(values).map(([name, value]) => ({ name, json: JSON.stringify(value) }));

const BASE = {
  iss: "https://acme.kinde.com",
  sub: "kp_1",
  azp: "app",
  org_code: "org_1",
  permissions: ["read", "write"],
  feature_flags: { dark: { t: "b", v: true } },
  exp: 2_000,
  iat: 1_000,
  jti: "a",
};
const WRITES = { plan: { name: "gold", seats: 3 }, permissions: [] };
const GOOD = { ...BASE, ...WRITES, exp: 3_000, iat: 2_500, jti: "b" };

function input(issued: Values, more: Partial<ComparisonInput> & { readonly writes?: Values } = {}): ComparisonInput {
  const { writes = WRITES, token = "accessToken", ...rest } = more;
  const { changes } = diffClaims({
    token,
    base: setOf(BASE),
    effects: Object.entries(writes).map(([name, value]) => ({
      kind: "claim",
      token,
      name,
      value: { text: JSON.stringify(value), problem: null },
    })),
    dropCustom: false,
    untouchable: false,
  });
  const about = {
    issuedKind: token as TokenName,
    isIssuedHere: true,
    failurePolicy: "stop" as const,
    nowSeconds: 2_600,
  };
  return { token, changes, issued: setOf(issued), ...about, ...rest };
}

const NOT_WRITTEN = { ...BASE, exp: 3_000, iat: 2_500 };

type Pair = readonly [cause: string | null, issued: Values, more?: Parameters<typeof input>[1]];

const PAIRS: readonly Pair[] = [
  [null, GOOD],
  ["another-kind", { sub: "kp_1", at_hash: "x" }, { issuedKind: "idToken" }],
  ["not-issued-here", GOOD, { isIssuedHere: false }],
  ["another-domain", { ...GOOD, iss: "https://other.kinde.com", sub: "kp_9" }],
  ["another-user", { ...GOOD, sub: "kp_2", org_code: "org_2" }],
  ["another-application", { ...GOOD, azp: "another" }],
  ["another-organization", { ...GOOD, org_code: "org_2" }],
  ["another-workflow", { ...NOT_WRITTEN, tier: "silver" }],
  ["older-token", { ...NOT_WRITTEN, exp: 2_550 }],
  ["failed-under-continue", NOT_WRITTEN, { failurePolicy: "continue" }],
  ["not-deployed", NOT_WRITTEN],
  ["kept-by-kinde", { ...GOOD, permissions: BASE.permissions }],
  ["another-branch", { ...BASE, permissions: [], exp: 3_000 }],
  ["another-value", { ...GOOD, plan: { name: "gold", seats: 5 } }],
  ["rejected-write-landed", { ...GOOD, aud: ["mine"] }, { writes: { ...WRITES, aud: ["mine"] } }],
  ["more-claims", { ...GOOD, user_properties: {} }],
  ["another-base", { ...GOOD, feature_flags: {} }],
];

test.each(PAIRS.map((pair) => [pair[0], pair] as const))("%s", (cause, [, issued, more]) => {
  expect(compareTokens(input(issued, more)).cause?.kind ?? null).toBe(cause);
});

test("claims are told apart one by one, with how many places differ inside", () => {
  const { plan: _, ...others } = GOOD;
  const { claims } = compareTokens(
    input({ ...others, feature_flags: { dark: { t: "b", v: false }, beta: 1 }, extra: 1 }),
  );
  expect(claims.map(({ name, verdict, placesInside }) => `${verdict} ${name} ${placesInside}`)).toEqual([
    "differs feature_flags 2",
    "only-predicted plan 0",
    "only-issued extra 0",
    "same permissions 0",
    "same iss 0",
    "same sub 0",
    "same azp 0",
    "same org_code 0",
    "not-compared exp 0",
    "not-compared iat 0",
    "not-compared jti 0",
  ]);
});

test("a token of somebody else becomes the base without what the workflow wrote, and then only the workflow’s doing is left", () => {
  const issued = { ...GOOD, sub: "kp_2", permissions: ["admin"], plan: "gold" };
  const { changes } = input(issued);
  const base = baseOfIssued(setOf(issued), changes);
  expect(base.map(({ name }) => name)).not.toContain("plan");
  expect(base.find(({ name }) => name === "permissions")?.json).toBe('["admin"]');
  const again = {
    changes: [...changes, { name: "tier", state: "unchanged", after: "1", writes: 0, rules: [] }],
  } as const;
  expect(compareTokens({ ...input({ ...NOT_WRITTEN, tier: 1 }), ...again }).cause?.kind).toBe("another-workflow");
  expect(baseOfIssued(setOf(GOOD), changes).find(({ name }) => name === "permissions")?.json).toBe('["read","write"]');
});

test("the report names claims and kinds and holds no value", () => {
  const issued = { ...GOOD, sub: "kp_secret", plan: "canary", extra: "canary" };
  const report = comparisonReport("accessToken", compareTokens(input(issued)));
  expect(report).toBe(`Access token, predicted and issued; without values
Likely cause (another-user): The two tokens are not of the same sign-in: another user (sub).
Use the pasted token as the base token, without what the workflow wrote, and compare again.

differs: plan (object → string; here added), sub (string → string)
only issued: extra
same: permissions (here emptied), iss, azp, org_code, feature_flags
not compared: exp, iat, jti
`);
});

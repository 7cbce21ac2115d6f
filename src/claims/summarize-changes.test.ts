import { expect, test } from "vitest";
import type { ClaimChange, ClaimState } from "../workflow/claim.ts";
import { summarizeBriefly } from "./summarize-briefly.ts";
import { summarizeChanges } from "./summarize-changes.ts";

function changes(...claims: readonly (readonly [state: ClaimState, ...names: string[]])[]): readonly ClaimChange[] {
  return claims.flatMap(([state, ...names]) => names.map((name) => ({ name, state, writes: 0, rules: [] })));
}

test("tells additions, emptied and rejected claims by name, and counts the unchanged", () => {
  const all = changes(
    ["prohibited", "sub"],
    ["added", "companyName"],
    ["emptied", "permissions", "feature_flags"],
    ["unchanged", "aud", "azp", "exp"],
  );
  expect(summarizeChanges(all)).toBe(
    "1 claim added (companyName), 2 emptied (permissions, feature_flags), 1 rejected (sub); 3 unchanged.",
  );
  expect(summarizeBriefly(all)).toBe("1 added, 2 emptied, 1 rejected");
});

test("both kinds of rejection are told as one", () => {
  const all = changes(["prohibited", "sub"], ["unserializable", "ratio"]);
  expect(summarizeChanges(all)).toBe("2 claims rejected (sub, ratio); 0 unchanged.");
  expect(summarizeBriefly(all)).toBe("2 rejected");
});

test("replaced, removed and rewritten claims", () => {
  const all = changes(["replaced", "name"], ["removed", "tier"], ["written-unchanged", "email"], ["unchanged", "sub"]);
  expect(summarizeChanges(all)).toBe(
    "1 claim replaced (name), 1 removed (tier), 1 written but unchanged (email); 1 unchanged.",
  );
  expect(summarizeBriefly(all)).toBe("1 replaced, 1 removed");
});

test("no change", () => {
  expect(summarizeChanges(changes(["unchanged", "sub", "aud"]))).toBe("No claim changed; 2 unchanged.");
  expect(summarizeBriefly(changes(["written-unchanged", "sub"]))).toBe("no change");
});

test("odd, long and many names stay readable", () => {
  expect(
    summarizeChanges(changes(["added", "", "a b", "\u202egnp", "https://hasura.io/jwt/claims", "x".repeat(90), "y"])),
  ).toBe(
    `6 claims added ("", "a b", "\\u202egnp", https://hasura.io/jwt/claims, ${"x".repeat(39)}… and 1 more); 0 unchanged.`,
  );
});

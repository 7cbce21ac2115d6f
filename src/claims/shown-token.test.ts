import { expect, test } from "vitest";
import type { ClaimState } from "../workflow/claim.ts";
import type { TokenResult } from "../workflow/run-result.ts";
import type { TokenName } from "../workflow/token.ts";
import { changedClaims, shownToken } from "./shown-token.ts";

const token = (name: TokenName, ...states: readonly ClaimState[]): TokenResult => ({
  name,
  base: [],
  changes: states.map((state, index) => ({ name: `c${index}`, state, writes: 0, rules: [] })),
  issuedText: "{}",
});
const nameOf = (tokens: readonly TokenResult[], chosen: TokenName | null = null) =>
  shownToken({ tokens }, chosen)?.name;

test("the token that changed is shown, unless a person chose another that the trigger carries", () => {
  const tokens = [token("accessToken", "unchanged"), token("idToken", "unchanged", "added")];
  expect(nameOf(tokens)).toBe("idToken");
  expect(nameOf(tokens, "accessToken")).toBe("accessToken");
  expect(nameOf(tokens, "m2mToken")).toBe("idToken");
});

test("of two that changed the first is shown, a rejected write counts, and one that writes the same comes before none", () => {
  expect(nameOf([token("accessToken", "emptied"), token("idToken", "added")])).toBe("accessToken");
  expect(nameOf([token("accessToken", "written-unchanged"), token("idToken", "prohibited")])).toBe("idToken");
  expect(nameOf([token("accessToken", "unchanged"), token("idToken", "written-unchanged")])).toBe("idToken");
  expect(nameOf([token("accessToken", "unchanged"), token("idToken", "unchanged")])).toBe("accessToken");
  expect(nameOf([])).toBeUndefined();
});

test("what stays as it was is not counted", () => {
  expect(changedClaims(token("idToken", "added", "unchanged", "written-unchanged", "unserializable").changes)).toBe(2);
});

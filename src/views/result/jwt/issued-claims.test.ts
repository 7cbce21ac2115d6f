import { expect, test } from "vitest";
import { claimsText } from "../json/claims-text.ts";
import { issuedClaims } from "./issued-claims.ts";

const base = [
  { name: "sub", json: '"kp_1"' },
  { name: "permissions", json: '["a"]' },
  { name: "tier", json: '"gold"' },
];

test("issued claims stand in the base token's order, added ones last; removed ones are gone", () => {
  const claims = issuedClaims({
    base,
    changes: [
      { name: "__proto__", state: "added", after: '{"a":1}', writes: 1, rules: [] },
      { name: "permissions", state: "emptied", before: '["a"]', after: "[]", writes: 1, rules: [] },
      { name: "tier", state: "removed", before: '"gold"', writes: 0, rules: [] },
      { name: "sub", state: "unchanged", before: '"kp_1"', after: '"kp_1"', writes: 0, rules: [] },
    ],
  });
  expect(claims).toEqual([
    { name: "sub", json: '"kp_1"' },
    { name: "permissions", json: "[]" },
    { name: "__proto__", json: '{"a":1}' },
  ]);
  expect(claimsText(claims)).toBe('{\n  "sub": "kp_1",\n  "permissions": [],\n  "__proto__": {\n    "a": 1\n  }\n}');
});

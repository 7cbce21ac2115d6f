import { expect, test } from "vitest";
import { sizeOf } from "./size.ts";

test("counts UTF-8 bytes, not characters, and names the heaviest claim first", () => {
  const size = sizeOf([
    { name: "sub", json: '"kp_1"' },
    { name: "", json: "[]" },
    { name: "näme", json: '"日本 🔑"' },
  ]);
  const text = '{"sub":"kp_1","":[],"näme":"日本 🔑"}';
  expect(size.claimsBytes).toBe(Buffer.byteLength(text));
  expect(size.byClaim).toEqual([
    { name: "näme", bytes: 21 },
    { name: "sub", bytes: 12 },
    { name: "", bytes: 5 },
  ]);
});

test("the encoded size is that of a token signed RS256", () => {
  const header = `{"alg":"RS256","kid":"${"x".repeat(43)}","typ":"JWT"}`;
  for (const value of ["", "a", "ab", "abc", "x".repeat(5_000)]) {
    const claims = [{ name: "sub", json: JSON.stringify(value) }];
    const encoded = [header, JSON.stringify({ sub: value }), Buffer.alloc(256)].map((part) =>
      Buffer.from(part).toString("base64url"),
    );
    expect(sizeOf(claims).jwtBytes).toBe(encoded.join(".").length);
  }
});

test("a token without claims still costs its header and signature", () => {
  expect(sizeOf([])).toEqual({ claimsBytes: 2, jwtBytes: 106 + 1 + 3 + 1 + 342, byClaim: [] });
});

/** What the page concludes from a pasted token. */
import { expect, test } from "vitest";
import { guessTokenKind } from "../../workflow/guess-token-kind.ts";
import { expiredAt, withFreshTimes } from "./token-kind.ts";

test("tells the three kinds of token apart", () => {
  expect(guessTokenKind({ at_hash: "x" })).toBe("idToken");
  expect(guessTokenKind({ nonce: "x" })).toBe("idToken");
  expect(guessTokenKind({ gty: ["client_credentials"] })).toBe("m2mToken");
  expect(guessTokenKind({ gty: "client_credentials" })).toBe("m2mToken");
  expect(guessTokenKind({ permissions: [] })).toBe("accessToken");
  expect(guessTokenKind([])).toBe("accessToken");
});

test("a token is expired from the second named by exp", () => {
  expect(expiredAt({ exp: 100 }, 99)).toBe(null);
  expect(expiredAt({ exp: 100 }, 100)).toBe(100);
  expect(expiredAt({ exp: "100" }, 200)).toBe(null);
  expect(expiredAt(null, 200)).toBe(null);
});

test("refreshing keeps the lifetime, the order and every other claim", () => {
  const claims = [
    { name: "2", json: "9007199254740993" },
    { name: "exp", json: "160" },
    { name: "iat", json: "100" },
    { name: "__proto__", json: '{"x":1.0}' },
  ];
  expect(withFreshTimes(claims, 1_000, 86_400)).toEqual([
    { name: "2", json: "9007199254740993" },
    { name: "exp", json: "1060" },
    { name: "iat", json: "1000" },
    { name: "__proto__", json: '{"x":1.0}' },
  ]);
  expect(withFreshTimes([{ name: "exp", json: "5" }], 1_000, 3_600)).toEqual([
    { name: "exp", json: "4600" },
    { name: "iat", json: "1000" },
  ]);
});

/** What the page concludes from a pasted token. */
import { expect, test } from "vitest";
import { parseJson } from "../../workflow/json.ts";
import { expiredAt, guessTokenKind, withFreshTimes } from "./token-kind.ts";

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
  const claims = parseJson('{"sub":"a","exp":160,"iat":100,"__proto__":{"x":1}}');
  expect(JSON.stringify(withFreshTimes(claims, 1_000, 86_400))).toBe(
    '{"sub":"a","exp":1060,"iat":1000,"__proto__":{"x":1}}',
  );
  expect(withFreshTimes({ exp: 5 }, 1_000, 3_600)).toEqual({ exp: 4_600, iat: 1_000 });
});

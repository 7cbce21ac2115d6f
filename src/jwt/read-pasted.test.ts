import { expect, test } from "vitest";
import { readPasted } from "./read-pasted.ts";

const part = (text: string) => Buffer.from(text).toString("base64url");
const jwt = (claims: string) => `${part('{"alg":"RS256"}')}.${part(claims)}.c2ln`;

test("a token alone, and the tokens of a token endpoint's answer", () => {
  expect(readPasted(jwt('{"a":1}'))).toMatchObject({ kind: "tokens", tokens: [{ field: null }] });
  const answer = { access_token: jwt('{"a":1}'), id_token: jwt('{"b":2}'), expires_in: 86400, token_type: "bearer" };
  expect(readPasted(`\n${JSON.stringify(answer)}`)).toMatchObject({
    kind: "tokens",
    tokens: [
      { field: "access_token", claimsText: '{\n  "a": 1\n}' },
      { field: "id_token", claimsText: '{\n  "b": 2\n}' },
    ],
  });
  const opaque = { access_token: "opaque", id_token: jwt("{}") };
  expect(readPasted(JSON.stringify(opaque))).toMatchObject({ kind: "tokens", tokens: [{ field: "id_token" }] });
});

test("a claims set, digit by digit", () => {
  expect(readPasted('{"sub":"kp_1","n":9007199254740993}')).toEqual({
    kind: "claims",
    claimsText: '{\n  "sub": "kp_1",\n  "n": 9007199254740993\n}',
  });
});

test.each([
  ['{"access_token": "opaque"}', /^Its access_token cannot be read\. A JWT has three parts/],
  ['{"a": 1', /^This is no JSON/],
  ['{"a":1,"a":2}', /a/],
  ["a.b", /its end is missing/],
])("%j is refused with words", (text, words) => {
  expect(readPasted(text)).toEqual({ kind: "invalid", message: expect.stringMatching(words) });
});

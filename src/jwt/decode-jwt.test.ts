import { expect, test } from "vitest";
import { createDemoKey } from "./demo-key.ts";
import { decodeJwt } from "./decode-jwt.ts";
import { createRandom } from "../../testing/random.ts";
import { signToken } from "./sign-token.ts";

const part = (text: string) => Buffer.from(text).toString("base64url");
const token = `${part('{"alg":"RS256"}')}.${part('{"__proto__":{"a":1},"":"é"}')}.c2ln`;
const decoded = {
  kind: "ok",
  headerText: '{\n  "alg": "RS256"\n}',
  claimsText: '{\n  "__proto__": {\n    "a": 1\n  },\n  "": "é"\n}',
  hasSignature: true,
};

test.each([
  token,
  `  ${token}\n`,
  `Bearer ${token}`,
  `authorization: bearer ${token}`,
  `"${token}",`,
  `'Authorization: Bearer ${token}'`,
  `${token.slice(0, 9)}\r\n  ${token.slice(9, 30)}\n${token.slice(30)}`,
])("reads %j", (text) => {
  expect(decodeJwt(text)).toEqual(decoded);
});

test("reads what this playground signs", async () => {
  const signed = await signToken('{"sub":"kp_1","n":1}', await createDemoKey());
  expect(decodeJwt(signed.jwt)).toEqual({
    kind: "ok",
    headerText: JSON.stringify(JSON.parse(signed.headerText), null, 2),
    claimsText: '{\n  "sub": "kp_1",\n  "n": 1\n}',
    hasSignature: true,
  });
});

test("an unsecured JWT is read and said to have no signature", () => {
  expect(decodeJwt(`${part('{"alg":"none"}')}.${part("{}")}.`)).toEqual({
    kind: "ok",
    headerText: '{\n  "alg": "none"\n}',
    claimsText: "{}",
    hasSignature: false,
  });
});

const header = part('{"alg":"RS256"}');
test.each([
  ["", "There is no token in this text. Paste a JWT, which begins with ey."],
  [" Bearer \n", "There is no token in this text. Paste a JWT, which begins with ey."],
  [
    "a.b.c.d.e",
    "This token has five parts, so it is encrypted (JWE) and its claims cannot be read here. Paste a signed JWT, which has three.",
  ],
  [
    `${header}.${part("{}")}`,
    "A JWT has three parts with dots between them, and this text has two: its end is missing. Copy the whole token.",
  ],
  [
    "opaque_token",
    "A JWT has three parts with dots between them, and this text has no dot. Paste the encoded token, which begins with ey.",
  ],
  ["a.b.c.d", "A JWT has three parts with dots between them, and this text has 4. Paste one token alone."],
  ["..", "The header of this token is empty. Copy the whole token."],
  [`${header}..x`, "The payload of this token is empty. Copy the whole token."],
  [`${header}.e30=.x`, 'The payload contains "=", which base64url does not use. Copy the token again.'],
  [`${header}.e3…0.x`, 'The payload contains "…", which base64url does not use. Copy the token again.'],
  [`${header}.e.x`, "The payload is not base64url of UTF-8 text: part of it may be missing. Copy the whole token."],
  [
    `${header}.${Buffer.from([0x7b, 0xff, 0x7d]).toString("base64url")}.x`,
    "The payload is not base64url of UTF-8 text: part of it may be missing. Copy the whole token.",
  ],
  [
    `${header}.${part('{"sub": "kp')}.x`,
    "The payload is not JSON: The text that starts here has no closing quote. Copy the whole token.",
  ],
  [
    `${part("[1]")}.${part("{}")}.x`,
    "The header is JSON but not an object, so this is not a JWT. Paste another token.",
  ],
  ["x".repeat(1_000_001), "This text has 1,000,001 characters, which no JWT has. Paste one token alone."],
])("refuses %.30s", (text, message) => {
  expect(decodeJwt(text)).toEqual({ kind: "invalid", message });
});

test("2,000 damaged tokens never throw and always get an answer in plain words", () => {
  const seed = Number(process.env["SEED"] ?? 20_261_123);
  console.info(`decode-jwt seed ${seed}`);
  const random = createRandom(seed);
  for (let round = 0; round < 2_000; round++) {
    const at = random.below(token.length);
    const damage = random.pick([".", "", " ", "=", "\u202e", "\u{1f511}", "eyJ", "\u0000", "Bearer ", "/", "%2e"]);
    const decodedOrNot = decodeJwt(token.slice(0, at) + damage + token.slice(at + random.below(4)));
    if (decodedOrNot.kind === "ok") {
      expect(typeof JSON.parse(decodedOrNot.claimsText), `seed ${seed}, round ${round}`).toBe("object");
    } else {
      expect(decodedOrNot.message, `seed ${seed}, round ${round}`).toMatch(/^[A-Z].+\.$/s);
    }
  }
});

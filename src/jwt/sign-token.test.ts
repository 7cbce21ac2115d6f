import { calculateJwkThumbprint, compactVerify, createLocalJWKSet, jwtVerify } from "jose";
import { expect, test } from "vitest";
import { createDemoKey } from "./demo-key.ts";
import { toJwks } from "./jwks.ts";
import { signToken } from "./sign-token.ts";

const key = await createDemoKey();
const keys = createLocalJWKSet(JSON.parse(toJwks(key)));

test("the key can sign and cannot be read; its kid is the thumbprint of the public half", async () => {
  expect(key.privateKey.extractable).toBe(false);
  expect(key.privateKey.usages).toEqual(["sign"]);
  await expect(crypto.subtle.exportKey("jwk", key.privateKey)).rejects.toThrow();
  expect(key.kid).toBe(await calculateJwkThumbprint({ kty: "RSA", n: key.publicJwk.n, e: key.publicJwk.e }));
});

test("the JWKS holds the public half and nothing else", () => {
  const { kid, publicJwk } = key;
  expect(JSON.parse(toJwks(key))).toEqual({
    keys: [{ kty: "RSA", n: publicJwk.n, e: "AQAB", alg: "RS256", use: "sig", kid }],
  });
});

test("a signed token verifies against the JWKS and carries its parts", async () => {
  const claimsText =
    '{"iss":"https://example.kinde.com","aud":["https://api.example.com"],"exp":4102444800,"companyName":"Acme Inc."}';
  const token = await signToken(claimsText, key);
  const { payload, protectedHeader } = await jwtVerify(token.jwt, keys, {
    algorithms: ["RS256"],
    issuer: "https://example.kinde.com",
    audience: "https://api.example.com",
  });
  expect(payload).toEqual(JSON.parse(claimsText));
  expect(protectedHeader).toEqual({ alg: "RS256", kid: key.kid, typ: "JWT" });
  expect(token).toEqual({
    jwt: token.parts.join("."),
    parts: token.jwt.split("."),
    headerText: `{"alg":"RS256","kid":"${key.kid}","typ":"JWT"}`,
    claimsText,
    bytes: token.jwt.length,
  });
  expect(Buffer.from(token.parts[0], "base64url").toString()).toBe(token.headerText);
});

test.each([
  '{"__proto__":{"admin":true},"constructor":1,"toString":null,"":""}',
  '{"grüße":"日本 \u{1f511}","escaped":"\\u0000\\u202e","lone":"\\ud800"}',
  '{"spaced" : [ 1.0, 1e2 ]}',
])("the payload is the exact text %s", async (claimsText) => {
  const token = await signToken(claimsText, key);
  const { payload } = await compactVerify(token.jwt, keys);
  expect(new TextDecoder().decode(payload)).toBe(claimsText);
});

test("a changed token does not verify", async () => {
  const { parts } = await signToken('{"sub":"kp_1"}', key);
  const forged = Buffer.from('{"sub":"kp_2"}').toString("base64url");
  await expect(compactVerify([parts[0], forged, parts[2]].join("."), keys)).rejects.toMatchObject({
    code: "ERR_JWS_SIGNATURE_VERIFICATION_FAILED",
  });
});

/** Writes a short program that verifies the shown token against the shown keys, to copy and run. */
import { isJsonObject, type Json, parseJson } from "../workflow/json.ts";
import type { SignedToken } from "./sign-token.ts";

type Claims = { readonly [name: string]: Json };

function own(claims: Claims, name: string): Json | undefined {
  return Object.hasOwn(claims, name) ? claims[name] : undefined;
}

/** A time, in seconds since the epoch, at which the token is valid; null when it is so now. */
function validAtSeconds(claims: Claims, nowSeconds: number): number | null {
  const exp = own(claims, "exp");
  const nbf = own(claims, "nbf");
  if (typeof exp === "number" && exp <= nowSeconds) return exp - 1;
  if (typeof nbf === "number" && nbf > nowSeconds) return nbf;
  return null;
}

/**
 * An ECMAScript module that needs only `jose`. Checks issuer and audience where the claims have them.
 * @param nowMs milliseconds since the epoch: a token that is not valid then is verified as of a time at which it is.
 */
export function verifySnippet(token: SignedToken, jwks: string, nowMs: number): string {
  const parsed = parseJson(token.claimsText);
  const claims = isJsonObject(parsed) ? parsed : {};
  const validAt = validAtSeconds(claims, Math.floor(nowMs / 1_000));
  const iss = own(claims, "iss");
  const aud = own(claims, "aud");
  const isAudience = typeof aud === "string" || (Array.isArray(aud) && aud.length > 0);
  const options = [
    `algorithms: ["RS256"],`,
    ...(typeof iss === "string" ? [`issuer: ${JSON.stringify(iss)},`] : []),
    ...(isAudience ? [`audience: ${JSON.stringify(aud)},`] : []),
    ...(validAt === null ? [] : [`currentDate: new Date(${validAt * 1_000}), // the token is not valid today`]),
  ];
  return `import { createLocalJWKSet, jwtVerify } from "jose";

// The demo key of this browser. For tokens from Kinde, take the keys that Kinde publishes:
// createRemoteJWKSet(new URL("/.well-known/jwks.json", issuer))
const keys = createLocalJWKSet(${jwks});

const token =
  "${token.jwt}";

const { payload } = await jwtVerify(token, keys, {
${options.map((line) => `  ${line}`).join("\n")}
});
console.log(payload);
`;
}

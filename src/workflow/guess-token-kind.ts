/** Which of the three tokens a claims set alone seems to be. */
import { isJsonObject, type Json } from "./json.ts";
import type { TokenName } from "./token.ts";

/**
 * The kind of token a claims set most likely belongs to. `at_hash` and `nonce` belong to ID tokens (OpenID Connect Core, sections 2 and
 * 3.1.3.6), `gty: ["client_credentials"]` is Kinde's mark of an M2M token; everything else is taken for an access token.
 */
export function guessTokenKind(claims: Json): TokenName {
  if (!isJsonObject(claims)) return "accessToken";
  if (Object.hasOwn(claims, "at_hash") || Object.hasOwn(claims, "nonce")) return "idToken";
  const grants = Object.hasOwn(claims, "gty") ? claims["gty"] : undefined;
  return [grants].flat().includes("client_credentials") ? "m2mToken" : "accessToken";
}

/** Signs a claims set as a JWT: a JWS in compact serialisation (RFC 7515, section 7.1) over the exact text it is given. */
import { CompactSign } from "jose";
import type { DemoKey } from "./demo-key.ts";

export type SignedToken = {
  /** The encoded token: the three parts, joined by dots. */
  readonly jwt: string;
  /** Protected header, payload and signature, each base64url. */
  readonly parts: readonly [header: string, payload: string, signature: string];
  /** The protected header as the JSON text that was encoded. */
  readonly headerText: string;
  /** The claims set as the JSON text that was encoded. */
  readonly claimsText: string;
  /** Length of the encoded token; its characters are ASCII, so also its size in bytes. */
  readonly bytes: number;
};

/** @param claimsText the claims set as JSON text; its UTF-8 bytes are the payload, nothing is parsed or written anew. */
export async function signToken(claimsText: string, key: DemoKey): Promise<SignedToken> {
  const header = { alg: "RS256", kid: key.kid, typ: "JWT" };
  const jwt = await new CompactSign(new TextEncoder().encode(claimsText))
    .setProtectedHeader(header)
    .sign(key.privateKey);
  const [protectedHeader = "", payload = "", signature = ""] = jwt.split(".");
  return {
    jwt,
    parts: [protectedHeader, payload, signature],
    headerText: JSON.stringify(header),
    claimsText,
    bytes: jwt.length,
  };
}

/** How many bytes a claims set costs as an encoded token, without weighing each claim. */
import type { ClaimsSet } from "../workflow/claim.ts";
import { encodeClaimsSet } from "./encode-claims-set.ts";

/** The protected header of an RS256 token with a SHA-256 thumbprint as `kid`. */
const PROTECTED_HEADER_BYTES = `{"alg":"RS256","kid":"${"k".repeat(43)}","typ":"JWT"}`.length;

/** A signature by a 2,048-bit RSA key. */
const SIGNATURE_BYTES = 256;

const encoder = new TextEncoder();

export function utf8Bytes(text: string): number {
  return encoder.encode(text).length;
}

/** base64url without padding (RFC 7515, section 2): four characters for three bytes. */
function base64urlCharacters(bytes: number): number {
  return Math.ceil((bytes * 4) / 3);
}

/** Bytes of the encoded token, signed RS256 with a 2,048-bit key. */
export function jwtBytesOf(claims: ClaimsSet): number {
  return jwtBytes(utf8Bytes(encodeClaimsSet(claims)));
}

/** The same, of the UTF-8 bytes of the claims set's text. */
export function jwtBytes(claimsBytes: number): number {
  const parts = [PROTECTED_HEADER_BYTES, claimsBytes, SIGNATURE_BYTES].map(base64urlCharacters);
  return parts.reduce((sum, part) => sum + part, parts.length - 1);
}

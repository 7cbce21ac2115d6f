/** How many bytes a claims set costs, in all and claim by claim, and the sizes at which a token becomes a problem. */
import type { Claim, ClaimsSet } from "../workflow/claim.ts";
import { encodeClaimsSet } from "./encode-claims-set.ts";
import { jwtBytes, utf8Bytes } from "./jwt-bytes.ts";

/** Browsers drop cookies whose name, value and attributes are together longer than this (RFC 6265, section 6.1). */
export const COOKIE_LIMIT_BYTES = 4_096;

/** Many servers refuse requests whose headers are together longer than this by default. */
export const HEADERS_LIMIT_BYTES = 8_192;

/** The claim's share of its claims set's text: name, colon and value, without the comma. */
function claimBytes(claim: Claim): number {
  return utf8Bytes(JSON.stringify(claim.name)) + 1 + utf8Bytes(claim.json);
}

export type ClaimsSetSize = {
  /** UTF-8 bytes of the claims set's text. */
  readonly claimsBytes: number;
  /** Bytes of the encoded token, signed RS256 with a 2,048-bit key. */
  readonly jwtBytes: number;
  /** The heaviest claims first. */
  readonly byClaim: readonly { readonly name: string; readonly bytes: number }[];
};

export function sizeOf(claims: ClaimsSet): ClaimsSetSize {
  const claimsBytes = utf8Bytes(encodeClaimsSet(claims));
  return {
    claimsBytes,
    jwtBytes: jwtBytes(claimsBytes),
    byClaim: claims
      .map((claim) => ({ name: claim.name, bytes: claimBytes(claim) }))
      .sort((one, other) => other.bytes - one.bytes),
  };
}

/** Writes a claims set as the exact text that is signed. */
import type { ClaimsSet } from "../workflow/claim.ts";

/** Compact JSON, claims in their order. Each value goes in as the text it came out of the run. */
export function encodeClaimsSet(claims: ClaimsSet): string {
  return `{${claims.map(({ name, json }) => `${JSON.stringify(name)}:${json}`).join(",")}}`;
}

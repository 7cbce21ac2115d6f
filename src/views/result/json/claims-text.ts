/** A claims set as indented JSON text, for comparing side by side. */
import type { ClaimsSet } from "../../../workflow/claim.ts";
import { indentJson } from "../../../workflow/indent-json.ts";

/** Claims in the order given: a name such as `__proto__` or `1` stays at its place. */
export function claimsText(claims: ClaimsSet): string {
  if (claims.length === 0) return "{}";
  const members = claims.map(({ name, json }) => `  ${JSON.stringify(name)}: ${indentJson(json, 1)}`);
  return `{\n${members.join(",\n")}\n}`;
}

/** A base token made of one that Kinde issued: without what the workflow wrote, as far as that is known. */
import type { ClaimChange, ClaimsSet } from "../workflow/claim.ts";
import { isSameJson } from "./json-value.ts";

/** Whether a claim stands in the token as the workflow wrote it, and not as before. */
export function isLandedWrite(state: ClaimChange["state"] | "absent"): boolean {
  return state === "added" || state === "replaced" || state === "emptied";
}

/** A claim that holds what the workflow writes here goes back to what it was before; any other value is taken for Kinde’s own. */
export function baseOfIssued(issued: ClaimsSet, changes: readonly ClaimChange[]): ClaimsSet {
  const written = new Map(
    changes.flatMap((change) => (isLandedWrite(change.state) ? [[change.name, change] as const] : [])),
  );
  return issued.flatMap(({ name, json }) => {
    const change = written.get(name);
    if (change === undefined) return [{ name, json }];
    const { before, after } = change;
    if (before === undefined) return [];
    return [{ name, json: after !== undefined && isSameJson(json, after) ? before : json }];
  });
}

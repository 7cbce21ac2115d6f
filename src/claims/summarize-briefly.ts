/** Counts in words what a run did to a token's claims, for a narrow line. */
import type { ClaimChange, ClaimState } from "../workflow/claim.ts";

/** In the order they are told; both kinds of rejection are one. */
export const TOLD_STATES: readonly { readonly word: string; readonly states: readonly ClaimState[] }[] = [
  { word: "added", states: ["added"] },
  { word: "replaced", states: ["replaced"] },
  { word: "emptied", states: ["emptied"] },
  { word: "removed", states: ["removed"] },
  { word: "rejected", states: ["prohibited", "unserializable"] },
];

/** For one narrow line, such as "1 added, 2 emptied, 1 rejected". */
export function summarizeBriefly(changes: readonly ClaimChange[]): string {
  const told = TOLD_STATES.map(({ word, states }) => ({ word, count: namesIn(changes, states).length }));
  const counts = told.filter(({ count }) => count > 0).map(({ word, count }) => `${count} ${word}`);
  return counts.length > 0 ? counts.join(", ") : "no change";
}

export function namesIn(changes: readonly ClaimChange[], states: readonly ClaimState[]): readonly string[] {
  return changes.filter(({ state }) => states.includes(state)).map(({ name }) => name);
}

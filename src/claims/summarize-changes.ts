/** Says in words what a run did to a token's claims: a sentence to be read aloud, and a short form for a narrow line. */
import type { ClaimChange, ClaimState } from "../workflow/claim.ts";

/** In the order they are told; both kinds of rejection are one. */
const TOLD: readonly { readonly word: string; readonly states: readonly ClaimState[] }[] = [
  { word: "added", states: ["added"] },
  { word: "replaced", states: ["replaced"] },
  { word: "emptied", states: ["emptied"] },
  { word: "removed", states: ["removed"] },
  { word: "rejected", states: ["prohibited", "unserializable"] },
];

const MOST_NAMES = 5;
const LONGEST_NAME = 40;

/** A claim's name as it can be read in a sentence: quoted and escaped where it is more than letters, digits and common signs. */
function readable(name: string): string {
  const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
  if (/^[\p{L}\p{N}_.:/@#…-]+$/u.test(short)) return short;
  return JSON.stringify(short).replace(
    /[^\x20-\x7e…]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function named(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map(readable);
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(", ")} and ${rest} more` : shown.join(", ");
}

function namesIn(changes: readonly ClaimChange[], states: readonly ClaimState[]): readonly string[] {
  return changes.filter(({ state }) => states.includes(state)).map(({ name }) => name);
}

/** For a live region, such as "1 claim added (companyName), 2 emptied (permissions, feature_flags); 11 unchanged." */
export function summarizeChanges(changes: readonly ClaimChange[]): string {
  const told = [...TOLD, { word: "written but unchanged", states: ["written-unchanged"] as const }]
    .map(({ word, states }) => ({ word, names: namesIn(changes, states) }))
    .filter(({ names }) => names.length > 0)
    .map(({ word, names }, index) => {
      const claims = index > 0 ? "" : names.length === 1 ? " claim" : " claims";
      return `${names.length}${claims} ${word} (${named(names)})`;
    });
  const unchanged = namesIn(changes, ["unchanged"]).length;
  if (told.length === 0) return `No claim changed; ${unchanged} unchanged.`;
  return `${told.join(", ")}; ${unchanged} unchanged.`;
}

/** For one narrow line, such as "1 added, 2 emptied, 1 rejected". */
export function summarizeBriefly(changes: readonly ClaimChange[]): string {
  const told = TOLD.map(({ word, states }) => ({ word, count: namesIn(changes, states).length }));
  const counts = told.filter(({ count }) => count > 0).map(({ word, count }) => `${count} ${word}`);
  return counts.length > 0 ? counts.join(", ") : "no change";
}

/** Says in words what a run did to a token's claims, as a sentence to be read aloud. */
import type { ClaimChange } from "../workflow/claim.ts";
import { namesIn, TOLD_STATES } from "./summarize-briefly.ts";

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

/** For a live region, such as "1 claim added (companyName), 2 emptied (permissions, feature_flags); 11 unchanged." */
export function summarizeChanges(changes: readonly ClaimChange[]): string {
  const told = [...TOLD_STATES, { word: "written but unchanged", states: ["written-unchanged"] as const }]
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

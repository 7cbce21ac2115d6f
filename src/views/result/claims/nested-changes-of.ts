/** When the changes inside a value are worth a tree of their own. */
import { type NestedChanges, nestedChanges } from "../../../claims/nested-changes.ts";

/** Two short values beside each other say it better than a tree. */
const SHORT_CHARACTERS = 48;
const MOST_SHOWN = 40;

/** Null when before → after is legible as it is, or nothing inside stayed the same. */
export function nestedChangesOf(before: string, after: string): NestedChanges | null {
  if (before.length + after.length <= SHORT_CHARACTERS) return null;
  if (!/^[[{]/.test(before) || before[0] !== after[0]) return null;
  return nestedChanges(before, after, MOST_SHOWN);
}

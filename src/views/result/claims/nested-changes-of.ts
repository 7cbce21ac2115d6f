/** When the changes inside a value are worth a tree of their own. */
import { type NestedChanges, nestedChanges } from "../../../claims/nested-changes.ts";
import { mayNest } from "./may-nest.ts";

const MOST_SHOWN = 40;

/** Null when before → after is legible as it is, or nothing inside stayed the same. */
export function nestedChangesOf(before: string, after: string): NestedChanges | null {
  return mayNest(before, after) ? nestedChanges(before, after, MOST_SHOWN) : null;
}

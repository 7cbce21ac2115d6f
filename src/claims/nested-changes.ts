/** Finds what changed inside a claim's value: the paths of a JSON value that were added, removed or changed. */
import { type ExactJson, type Identities, readExactJson } from "../workflow/exact-json.ts";
import { pairedItems } from "./paired-items.ts";

/** `path` leads from the claim's value to the place: names of members and indexes of items. */
export type NestedChange = { readonly path: readonly (string | number)[] } & (
  | { readonly kind: "added"; readonly after: string }
  | { readonly kind: "removed"; readonly before: string }
  | { readonly kind: "changed"; readonly before: string; readonly after: string }
);

export type NestedChanges = {
  /** In the order of the value before, each object's new members after its others. `before` and `after` are JSON text. */
  readonly changes: readonly NestedChange[];
  /** How many more there are than `limit` let through. */
  readonly omitted: number;
};

/**
 * Compares two values given as JSON text. Items of an array are matched by value first, so that one inserted item is one change;
 * the index of a removed item is the one it had before.
 */
export function nestedChanges(before: string, after: string, limit = 200): NestedChanges {
  const found: NestedChange[] = [];
  const identities: Identities = new Map();
  const one = readExactJson(before, identities);
  compare(one, readExactJson(after, identities), [], (change) => found.push(change));
  return { changes: found.slice(0, limit), omitted: Math.max(0, found.length - limit) };
}

type Path = readonly (string | number)[];
type Report = (change: NestedChange) => void;

function compare(before: ExactJson, after: ExactJson, path: Path, report: Report): void {
  if (before.identity === after.identity) return;
  if (before.items && after.items) {
    for (const [one, other, index] of pairedItems(before.items, after.items)) {
      comparePlace(one, other, [...path, index], report);
    }
  } else if (before.members && after.members) {
    for (const name of new Set([...before.members.keys(), ...after.members.keys()])) {
      comparePlace(before.members.get(name), after.members.get(name), [...path, name], report);
    }
  } else report({ path, kind: "changed", before: before.text, after: after.text });
}

function comparePlace(before: ExactJson | undefined, after: ExactJson | undefined, path: Path, report: Report): void {
  if (before !== undefined && after !== undefined) compare(before, after, path, report);
  else if (after !== undefined) report({ path, kind: "added", after: after.text });
  else if (before !== undefined) report({ path, kind: "removed", before: before.text });
}

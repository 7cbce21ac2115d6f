/** Finds what changed inside a claim's value: the paths of a JSON value that were added, removed or changed. */
import { type ExactJson, type Identities, readExactJson } from "../workflow/exact-json.ts";

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

/** Arrays are matched item by item up to this many pairs; larger ones are compared index by index. */
const MOST_PAIRS = 40_000;

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
  if (before.items && after.items) compareArrays(before.items, after.items, path, report);
  else if (before.members && after.members) {
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

/** Between two items that both arrays have, what is left over is compared in pairs. */
function compareArrays(before: readonly ExactJson[], after: readonly ExactJson[], path: Path, report: Report): void {
  let fromBefore = 0;
  let fromAfter = 0;
  for (const [atBefore, atAfter] of [...commonItems(before, after), [before.length, after.length] as const]) {
    while (fromBefore < atBefore || fromAfter < atAfter) {
      const hasBefore = fromBefore < atBefore;
      const hasAfter = fromAfter < atAfter;
      const index = hasAfter ? fromAfter : fromBefore;
      comparePlace(
        hasBefore ? before[fromBefore] : undefined,
        hasAfter ? after[fromAfter] : undefined,
        [...path, index],
        report,
      );
      if (hasBefore) fromBefore++;
      if (hasAfter) fromAfter++;
    }
    fromBefore = atBefore + 1;
    fromAfter = atAfter + 1;
  }
}

/** Pairs of indexes of equal items: a longest common subsequence, or simply those at equal indexes when the arrays are large. */
function commonItems(
  before: readonly ExactJson[],
  after: readonly ExactJson[],
): readonly (readonly [number, number])[] {
  const one = before.map(({ identity }) => identity);
  const other = after.map(({ identity }) => identity);
  if (one.length * other.length > MOST_PAIRS) {
    return one.flatMap((item, index) => (item === other[index] ? [[index, index] as const] : []));
  }
  const width = other.length + 1;
  const longest = new Uint32Array((one.length + 1) * width);
  const lengthAt = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        one[i] === other[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    if (one[i] === other[j]) pairs.push([i++, j++]);
    else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

/** Finds which items of two arrays belong together, so that one inserted item is one change. */
import type { ExactJson } from "../workflow/exact-json.ts";

/** Arrays are matched item by item up to this many pairs; larger ones are compared index by index. */
const MOST_PAIRS = 40_000;

type Pair = readonly [before: ExactJson | undefined, after: ExactJson | undefined, index: number];

/**
 * Every item once, in its order: between two that both arrays have, what is left over is paired. The index of an item that the array
 * after lacks is the one it had before.
 */
export function* pairedItems(before: readonly ExactJson[], after: readonly ExactJson[]): Generator<Pair> {
  let fromBefore = 0;
  let fromAfter = 0;
  const common = commonItems(before, after);
  for (const [atBefore, atAfter] of [...common, [before.length, after.length] as const]) {
    while (fromBefore < atBefore || fromAfter < atAfter) {
      const index = fromAfter < atAfter ? fromAfter : fromBefore;
      const one = fromBefore < atBefore ? before[fromBefore++] : undefined;
      yield [one, fromAfter < atAfter ? after[fromAfter++] : undefined, index];
    }
    if (atBefore < before.length) yield [before[fromBefore++], after[fromAfter++], atAfter];
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

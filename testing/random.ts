/** Random choices from a seed, so that a failing generated case can be run again. */

export type Random = {
  /** From 0 up to, but not including, 1. */
  fraction(): number;
  /** A whole number from 0 up to, but not including, `limit`. */
  below(limit: number): number;
  pick<T>(choices: readonly [T, ...T[]]): T;
  list<T>(most: number, make: () => T): T[];
};

/** The mulberry32 generator; the same seed gives the same choices everywhere. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  /** A whole number of 32 bits. */
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
  const below = (limit: number) => next() % limit;
  return {
    below,
    fraction: () => next() / 2 ** 32,
    pick: (choices) => choices[below(choices.length)] ?? choices[0],
    list: (most, make) => Array.from({ length: below(most + 1) }, make),
  };
}

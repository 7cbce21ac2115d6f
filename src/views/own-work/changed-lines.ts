/** Which lines of a text differ from another's: all between the first and the last one that do. */

/** `first` counts from 0. */
type ChangedLines = { readonly first: number; readonly count: number };

export function changedLines(lines: readonly string[], before: readonly string[]): ChangedLines {
  const least = Math.min(lines.length, before.length);
  let first = 0;
  while (first < least && lines[first] === before[first]) first += 1;
  let after = 0;
  while (after < least - first && lines[lines.length - 1 - after] === before[before.length - 1 - after]) after += 1;
  return { first, count: lines.length - first - after };
}

/** Whether what changed inside a value may be worth a tree of its own: before anything is compared. */

/** Two short values beside each other say it better than a tree. */
const SHORT_CHARACTERS = 48;

export function mayNest(before: string, after: string): boolean {
  return before.length + after.length > SHORT_CHARACTERS && /^[[{]/.test(before) && before[0] === after[0];
}

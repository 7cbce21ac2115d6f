/** The base64 numbers of variable length that source maps are written in (ECMA-426, VLQ). */

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

export function encodeVlq(value: number): string {
  let rest = value < 0 ? (-value << 1) | 1 : value << 1;
  let text = "";
  do {
    const digit = rest & 31;
    rest >>>= 5;
    text += DIGITS[rest > 0 ? digit | 32 : digit];
  } while (rest > 0);
  return text;
}

const VALUES = new Map([...DIGITS].map((character, index) => [character, index]));

/** Adds a group's numbers to the running values and returns how many there were. */
export function addVlq(group: string, totals: number[]): number {
  let value = 0;
  let shift = 0;
  let field = 0;
  for (const character of group) {
    const digit = VALUES.get(character) ?? 0;
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    totals[field] = (totals[field] ?? 0) + (value & 1 ? -(value >>> 1) : value >>> 1);
    field++;
    value = 0;
    shift = 0;
  }
  return field;
}

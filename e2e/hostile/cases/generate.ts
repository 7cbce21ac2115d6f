/** Generated values for the fuzz tests: JSON of every kind, and texts and bytes damaged at random. */
import type { Json } from "../../../src/workflow/json.ts";
import type { Random } from "../../../testing/random.ts";

const NAMES = [
  "a",
  "b",
  "sub",
  "aud",
  "",
  "__proto__",
  "constructor",
  "toString",
  "0",
  "12",
  "é",
  "💥",
  "\ud800",
  "a\tb",
  'q"',
  "\u202e",
  "permissions",
  "length",
] as const;
const TEXTS = [
  "",
  "x",
  "a\nb",
  "\u0000",
  '"',
  "\\",
  "</script>",
  "\u2028",
  "\ud83d",
  "💥💥",
  "\u202eabc",
  "y".repeat(300),
  "\x7f",
  "NaN",
  "__proto__",
] as const;
const NUMBERS = [
  0,
  -0,
  1,
  -1,
  0.1,
  1e21,
  1e-7,
  5e-324,
  1.7976931348623157e308,
  2 ** 53,
  2 ** 53 + 2,
  -(2 ** 31),
  123456789.12345679,
  1e100,
] as const;

export const nameFrom = (random: Random): string => random.pick(NAMES as unknown as [string, ...string[]]);

/** Built by `JSON.parse`, so that a member named `__proto__` is one. */
export function jsonTextFrom(random: Random, depth = 4): string {
  const kind = random.below(depth > 0 ? 8 : 5);
  switch (kind) {
    case 0:
      return "null";
    case 1:
      return random.pick(["true", "false"]);
    case 2:
      return JSON.stringify(random.pick(NUMBERS as unknown as [number, ...number[]]));
    case 3:
      return String((random.below(2 ** 31) - 2 ** 30) / random.pick([1, 2, 3, 1_000, 1e9]));
    case 4:
      return JSON.stringify(random.pick(TEXTS as unknown as [string, ...string[]]));
    case 5:
      return `[${Array.from({ length: random.below(5) }, () => jsonTextFrom(random, depth - 1)).join()}]`;
    default:
      return `{${Array.from({ length: random.below(5) }, () => `${JSON.stringify(nameFrom(random))}:${jsonTextFrom(random, depth - 1)}`).join()}}`;
  }
}

export const jsonFrom = (random: Random): Json => JSON.parse(jsonTextFrom(random)) as Json;

/** The text with some of it cut, doubled, swapped or replaced. */
export function damaged(text: string, random: Random): string {
  let result = text;
  for (let times = random.below(4) + 1; times > 0; times--) {
    const at = random.below(result.length + 1);
    const length = random.below(Math.min(40, result.length + 1));
    const piece = result.slice(at, at + length);
    const put = random.pick([
      "",
      piece + piece,
      String.fromCharCode(random.below(0x300)),
      "%00",
      "A",
      ".",
      "&",
      "=",
      "\u202e",
      "{}",
      "__proto__",
    ]);
    result = result.slice(0, at) + put + result.slice(at + length);
  }
  return result;
}

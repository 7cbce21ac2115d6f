import { expect, test } from "vitest";
import { createRandom } from "../../testing/random.ts";
import { createPattern, PatternError } from "./pattern.ts";

test("generated patterns match what the language's own regular expressions match", () => {
  const random = createRandom(16);
  const atoms = [
    "a",
    "b",
    ".",
    "[ab]",
    "[^a]",
    "\\d",
    "\\w",
    "^",
    "$",
    "\\b",
    "\\.",
    "[a-c_]",
    "1",
    "-",
    "\\s",
  ] as const;
  const counts = ["", "", "", "*", "+", "?", "{2}", "{1,}", "{0,2}", "*?"] as const;
  const write = (depth: number): string => {
    const parts = Array.from({ length: 1 + random.below(3) }, () => {
      const atom =
        depth > 0 && random.below(3) === 0 ? `(${random.pick(["", "?:"])}${write(depth - 1)})` : random.pick(atoms);
      const isEdge = ["^", "$", "\\b"].includes(atom);
      return atom + (isEdge ? "" : random.pick(counts));
    });
    return parts.join("") + (random.below(4) === 0 ? `|${random.pick(atoms)}` : "");
  };
  for (let count = 0; count < 300; count++) {
    const source = write(2);
    const text = Array.from({ length: random.below(8) }, () =>
      random.pick(["a", "b", "c", "1", "-", " ", ".", "_"]),
    ).join("");
    expect([source, text, createPattern(source).test(text)]).toEqual([source, text, new RegExp(source).test(text)]);
  }
});

test("a pattern that hangs others ends", () => {
  expect(createPattern("^(a+)+(b|c)*(a*)*$").test(`${"a".repeat(20_000)}!`)).toBe(false);
});

test.each(["(a", "a)", "[a", "*a", "a**", "\\", "(?=a)", "(?<n>a)", "\\1", "\\p", "[b-a]", "a{3,2}", "(a{900}){900}"])(
  "%s is refused with a sentence",
  (source) => {
    expect(() => createPattern(source)).toThrow(PatternError);
    expect(() => createPattern(source)).toThrow(/^The pattern .+\.$/);
  },
);

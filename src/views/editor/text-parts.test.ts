/** A long text in parts: every character stands in one of them, and an edit of one leaves the others. */
import { expect, test } from "vitest";
import { isLong, MOST_CHARACTERS, MOST_LINES, offsetOf, partAt, withPartText } from "./text-parts.ts";

const TEXTS = {
  lines: "let a = 1;\n".repeat(5_000),
  "empty lines": "\n".repeat(5_000),
  "one line": "x".repeat(100_000),
  "a long line among short ones": `a\nb\n${"x".repeat(90_000)}\nc\n`,
};

test.each(Object.entries(TEXTS))("%s: the parts joined are the text, each small, with its lines counted", (_, text) => {
  let joined = "";
  while (joined.length < text.length) {
    const { start, end, linesBefore } = partAt(text, joined.length);
    expect(start).toBe(joined.length);
    expect(linesBefore).toBe(joined.split("\n").length - 1);
    expect(end - start).toBeLessThanOrEqual(MOST_CHARACTERS);
    expect(text.slice(start, end).split("\n").length).toBeLessThanOrEqual(MOST_LINES + 1);
    joined += text.slice(start, end);
  }
  expect(joined).toBe(text);
  expect(isLong(text)).toBe(true);
});

test("an edited part changes nothing around it", () => {
  const text = TEXTS.lines;
  const part = partAt(text, 20_000);
  const edited = withPartText(part, "new");
  expect(edited.of).toBe(`${text.slice(0, part.start)}new${text.slice(part.end)}`);
  expect(edited.of.slice(edited.start, edited.end)).toBe("new");
});

test("a place is found by line and column, and never beyond the text", () => {
  expect(offsetOf("ab\ncd\n", 2, 2)).toBe(4);
  expect(offsetOf("ab", 9, 9)).toBe(2);
});

import { expect, test } from "vitest";
import { highlight } from "./highlight.ts";

const marked = (text: string) =>
  highlight(text)
    .filter((piece) => piece.kind !== "plain")
    .map((piece) => `${piece.kind}: ${piece.text}`);

test("keywords, strings, numbers and comments are told apart", () => {
  expect(marked('const a = await b("x\\"y", 0x1f, 1.5e3); // why\n')).toEqual([
    "keyword: const",
    "keyword: await",
    'string: "x\\"y"',
    "number: 0x1f",
    "number: 1.5e3",
    "comment: // why",
  ]);
});

test("a member named like a keyword, and digits within names, stay plain", () => {
  expect(marked("event.delete; a1b2; $default")).toEqual([]);
});

test("half-typed strings, templates and comments swallow no text", () => {
  for (const text of ['"open\nnext', "`open $a\n", "/* open", "'", "a / b", "", "\\ \u2028 é 😀 #!"]) {
    expect(
      highlight(text)
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text);
  }
});

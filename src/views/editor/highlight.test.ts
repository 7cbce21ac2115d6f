/** The highlighter's promise: every character survives, and what is coloured is what Monaco colours. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are source text
import { expect, test } from "vitest";
import { highlight, highlightJson } from "./highlight.ts";

const coloured = (source: string) =>
  highlight(source)
    .filter((token) => token.kind !== "plain")
    .map((token) => `${token.kind} ${token.text}`);

test("colours keywords, strings, numbers and comments of a line", () => {
  expect(coloured('const claim = "acme"; // 3 times\nlet count = 0x1F + 1_000.5e3;')).toEqual([
    "keyword const",
    'string "acme"',
    "comment // 3 times",
    "keyword let",
    "number 0x1F",
    "number 1_000.5e3",
  ]);
});

test("colours code inside a template literal as code, however deep", () => {
  expect(coloured("`a ${ {b: `c ${1}`} } d` + 2")).toEqual([
    "string `a ",
    "string `c ",
    "number 1",
    "string `",
    "string  d`",
    "number 2",
  ]);
});

test("tells a regular expression from a division", () => {
  expect(coloured("x.match(/a\\/[b]/gi); y = 4 / 2 / 1")).toEqual([
    "string /a\\/[b]/gi",
    "number 4",
    "number 2",
    "number 1",
  ]);
});

test("an unfinished string ends with its line, an unfinished comment with the text", () => {
  expect(coloured('"open\nreturn /* open\nreturn')).toEqual([
    'string "open',
    "keyword return",
    "comment /* open\nreturn",
  ]);
});

test("keeps every character, whatever the source", () => {
  const odd = ["", "`${`${`", "'\\", "\u{1F600} \u202e \r\n\t", "}}}`}", "/", "a`b${c}d`e", "`\\"];
  for (const source of odd) {
    expect(
      highlight(source)
        .map((token) => token.text)
        .join(""),
    ).toBe(source);
    expect(
      highlightJson(source)
        .map((token) => token.text)
        .join(""),
    ).toBe(source);
  }
});

test("colours the values of JSON and leaves its names plain", () => {
  expect(highlightJson('{"a": ["b", -1.5e3, null]}')).toEqual([
    { kind: "plain", text: '{"a": [' },
    { kind: "string", text: '"b"' },
    { kind: "plain", text: ", " },
    { kind: "number", text: "-1.5e3" },
    { kind: "plain", text: ", " },
    { kind: "keyword", text: "null" },
    { kind: "plain", text: "]}" },
  ]);
});

test("a text of countless pieces is coloured at its beginning, and whole", () => {
  const source = "1;".repeat(100_000);
  const tokens = highlight(source);
  expect(tokens.length).toBeLessThan(5_000);
  expect(tokens.map((token) => token.text).join("")).toBe(source);
});

test("a slash is no regular expression where the line holds no end of one, however many slashes it has", () => {
  expect(coloured(`${"\\/".repeat(3)}\nx = /a\\/b/;`)).toEqual(["string /a\\/b/"]);
});

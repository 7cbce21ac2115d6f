import { expect, test } from "vitest";
import { parseJsonText } from "./parse-json-text.ts";
import { findJsonMistake, MAX_JSON_DEPTH } from "./json-mistake.ts";
import { createRandom } from "../../testing/random.ts";

const mistakes: readonly (readonly [text: string, message: string, line: number, column: number])[] = [
  ["", "The text is empty. Expected a JSON value.", 1, 1],
  ["  \n ", "The text is empty. Expected a JSON value.", 2, 2],
  ['{\n  "aud": ["a"]\n  "azp": "x"\n}', 'Expected a comma or } after the value of "aud".', 3, 3],
  ['{"a": [1 2]}', "Expected a comma or ] after item 1.", 1, 10],
  ['{"a": 1,\n}', "Remove the comma before }: JSON has none after the last one.", 1, 8],
  ["[1, ]", "Remove the comma before ]: JSON has none after the last one.", 1, 3],
  ["{aud: 1}", 'The name aud needs double quotes: "aud".', 1, 2],
  ["{'aud': 1}", "Names stand in double quotes, not in single ones.", 1, 2],
  ["{,}", "Expected a name in double quotes.", 1, 2],
  ['{"a" 1}', 'Expected a colon after "a".', 1, 6],
  ['{"a": }', 'Expected a value for "a", found }.', 1, 7],
  ['{"a": \u00a0 1}', 'Expected a value for "a", found U+00A0.', 1, 7],
  ['{"a": undefined}', '"undefined" without quotes is not a JSON value. Text stands in double quotes.', 1, 7],
  ["{\"a\": 'b'}", "Text stands in double quotes, not in '.", 1, 7],
  ['{"a": "b\n"}', "The text that starts here has no closing quote.", 1, 7],
  ['{"a": "\t"}', "The character U+0009 must be written as an escape, such as \\t or \\n.", 1, 8],
  ['{"a": "\\x"}', "\\x is not an escape that JSON knows. A backslash itself is written \\\\.", 1, 8],
  ['{"a": 01}', "01 is not a number as JSON writes it.", 1, 7],
  ['{"a": .5}', ".5 is not a number as JSON writes it.", 1, 7],
  ['{"a": +1}', "+1 is not a number as JSON writes it.", 1, 7],
  ['{"a": 1 // one\n}', "JSON has no comments. Remove this one.", 1, 9],
  ['{"a": 1', "The text ends before the } that closes the object from line 1.", 1, 8],
  ['\n{"a": [', "The text ends before the ] that closes the array from line 2.", 2, 8],
  ['{"a":', 'The text ends where the value of "a" was expected.', 1, 6],
  ['{"a": 1} x', "Expected nothing more after the end of the JSON value.", 1, 10],
  ['{"a": 1}\r\n\r\n}', "Expected nothing more after the end of the JSON value.", 3, 1],
];

test.each(mistakes)("%j: %s", (text, message, line, column) => {
  expect(parseJsonText(text)).toEqual({ kind: "invalid", message, line, column });
});

test("text that is JSON has no mistake, whatever its names", () => {
  const text = '{"__proto__": {"a": [1, -0.5e+3, "\\u00e9\\n", true, null, {}]}, "": []}';
  expect(findJsonMistake(text)).toBeNull();
  expect(parseJsonText(text)).toEqual({ kind: "ok", value: JSON.parse(text) });
});

test("values nested deeper than anyone reads are refused at their place, valid or not", () => {
  const deep = (levels: number, inner: string) => "[".repeat(levels) + inner + "]".repeat(levels);
  expect(parseJsonText(deep(MAX_JSON_DEPTH, '"[[["')).kind).toBe("ok");
  const tooDeep = {
    kind: "invalid",
    message: "Arrays and objects stand more than 200 deep inside each other here. Use fewer levels.",
    line: 1,
    column: MAX_JSON_DEPTH + 1,
  };
  expect(parseJsonText(deep(100_000, "1"))).toEqual(tooDeep);
  expect(parseJsonText(deep(100_000, "oops"))).toEqual(tooDeep);
});

test("numbers that no double can hold are refused rather than turned into null", () => {
  expect(parseJsonText('{"a": "1e999", "b": 1e999}')).toEqual({
    kind: "invalid",
    message: "1e999 is larger than any number can be here.",
    line: 1,
    column: 21,
  });
  expect(parseJsonText("9".repeat(400)).kind).toBe("invalid");
  expect(parseJsonText("[1e308, 1e-999, 0.1e0000]").kind).toBe("ok");
});

test("agrees with JSON.parse on 2,000 damaged texts", () => {
  const seed = 20_261_123;
  const random = createRandom(seed);
  const whole = '{"aud": ["a", "b\\n"], "n": -1.5e3, "o": {"t": true, "x": null}, "": {"__proto__": []}}';
  for (let round = 0; round < 2_000; round++) {
    const at = random.below(whole.length);
    const text =
      whole.slice(0, at) +
      random.pick(["", '"', "}", ",", "]", "\\", "1", " ", "e", "\n", "{"]) +
      whole.slice(at + random.below(3));
    let parses = true;
    try {
      JSON.parse(text);
    } catch {
      parses = false;
    }
    expect(findJsonMistake(text) === null, `seed ${seed}, round ${round}: ${text}`).toBe(parses);
  }
});

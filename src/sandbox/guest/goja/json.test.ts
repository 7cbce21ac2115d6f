import { expect, test } from "vitest";
import { openGuest } from "../../../../testing/open-guest.ts";

/** Text → what `JSON.parse` throws in production. */
const REFUSED: Record<string, string> = {
  "": "Unexpected end of JSON input (EOF)",
  "[1": "Unexpected end of JSON input (EOF)",
  '{"a"': "Unexpected end of JSON input (EOF)",
  "1 2": "Unexpected token at the end: 2",
  "{} x": "Unexpected token at the end: <nil>",
  "[1] ]": "Unexpected token at the end: <nil>",
  "true false": "Unexpected token at the end: false",
  "01": "Unexpected token at the end: 1",
  '1 "x"': "Unexpected token at the end: x",
  "\u00a01": "invalid character 'Â' looking for beginning of value",
  "+1": "invalid character '+' looking for beginning of value",
  "'a'": "invalid character '\\'' looking for beginning of value",
  "1.": "unexpected EOF",
  "-": "unexpected EOF",
  tru: "unexpected EOF",
  '"abc': "unexpected EOF",
  trux: "invalid character 'x' in literal true (expecting 'e')",
  "1.x": "invalid character 'x' after decimal point in numeric literal",
  "-x": "invalid character 'x' in numeric literal",
  "1ex": "invalid character 'x' in exponent of numeric literal",
  '"\\x"': "invalid character 'x' in string escape code",
  '"\\u12"': "invalid character '\"' in \\u hexadecimal character escape",
  '"a\nb"': "invalid character '\\n' in string literal",
  '{"a":}': "invalid character '}' looking for beginning of value",
  '{"a" 1}': "invalid character '1' after object key",
  '{"a":1,}': "invalid character '}' looking for beginning of object key string",
  '{"a":1;': "invalid character ';' after object key:value pair",
  "{oops": "invalid character 'o'",
  "{]": "invalid character ']'",
  "[1 2]": "invalid character '2' after array element",
  "[1,]": "invalid character ']' looking for beginning of value",
  "[1}": "invalid character '}' after array element",
  ":": "invalid character ':' looking for beginning of value",
  "\u2028": "invalid character 'â' looking for beginning of value",
  "1e1000": "json: cannot unmarshal number 1e1000 into Go value of type float64",
  '[{"a":-1E+999}]': "json: cannot unmarshal number -1E+999 into Go value of type float64",
};

test("refused texts are refused in Go's words", async () => {
  const { evaluate } = await openGuest();
  const found = evaluate(`Object.fromEntries(${JSON.stringify(Object.keys(REFUSED))}.map((text) => {
    try { return [text, { value: JSON.parse(text) }]; } catch (error) { return [text, error.name + ": " + error.message]; }
  }))`);
  const expected = Object.entries(REFUSED).map(([text, message]) => [text, `SyntaxError: ${message}`]);
  expect(found).toEqual(Object.fromEntries(expected));
});

test("everything JSON allows is read as JSON.parse reads it elsewhere", async () => {
  const texts = [
    ' \n{"b":1,"a":[2,{"c":null}],"1":true,"":"x"}\t',
    "-0",
    "1.5E-7",
    "1e308",
    "12345678901234567890",
    '"\\ud83d\\ude00 \\/ \\u0041 é 😀"',
    '{"__proto__":{"z":1}}',
    '{"a":1,"a":2}',
    '"1e1000"',
    "[]",
  ];
  const { evaluate } = await openGuest();
  expect(evaluate(`${JSON.stringify(texts)}.map((text) => JSON.stringify(JSON.parse(text)))`)).toEqual(
    texts.map((text) => JSON.stringify(JSON.parse(text))),
  );
  expect(
    evaluate(
      `[JSON.parse("[1,[2]]", (_, v) => (typeof v === "number" ? v * 2 : v)), JSON.parse(null), JSON.parse.length]`,
    ),
  ).toEqual([[2, [4]], null, 2]);
});

test("half a surrogate pair becomes the replacement character", async () => {
  const { evaluate } = await openGuest();
  expect(
    evaluate(
      String.raw`['"\\ud800x"', '"\\udc00\\ud800"', '"\\\\ud800"', '"' + "\ud800" + '"'].map((text) => JSON.parse(text))`,
    ),
  ).toEqual(["\ufffdx", "\ufffd\ufffd", "\\ud800", "\ufffd"]);
});

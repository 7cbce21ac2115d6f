import { expect, test } from "vitest";
import { parseClaimsSet } from "./claims-set.ts";

test("keeps order, every name and each value as JSON text", () => {
  const text =
    '{"sub": "kp_1", "__proto__": {"a": 1}, "": [ ], "constructor": null, "naïve\\u0000": 1.50, "toString": "é"}';
  expect(parseClaimsSet(text)).toEqual({
    kind: "ok",
    claims: [
      { name: "sub", json: '"kp_1"' },
      { name: "__proto__", json: '{"a":1}' },
      { name: "", json: "[]" },
      { name: "constructor", json: "null" },
      { name: "naïve\u0000", json: "1.50" },
      { name: "toString", json: '"é"' },
    ],
  });
});

test.each([
  "9007199254740993",
  "-9007199254740993",
  "-0",
  "0.0",
  "1.0",
  "1E5",
  "1e-400",
  "0.1000000000000000055511151231257827",
  "123456789012345678901234567890",
])("the number %s stays as it is written, in lists and objects too", (number) => {
  expect(parseClaimsSet(`{ "n" : ${number} , "in" : [ ${number} , { "deep" : ${number} } ] }`)).toEqual({
    kind: "ok",
    claims: [
      { name: "n", json: number },
      { name: "in", json: `[${number},{"deep":${number}}]` },
    ],
  });
});

test("names that are whole numbers keep their place", () => {
  expect(parseClaimsSet('{"b": {"z": 1, "1": 2}, "10": 3, "2": 4}')).toEqual({
    kind: "ok",
    claims: [
      { name: "b", json: '{"z":1,"1":2}' },
      { name: "10", json: "3" },
      { name: "2", json: "4" },
    ],
  });
});

test.each([
  ['{"a": 1, "b": 2, "a": 3}', "a", 1, 18],
  ['{"a": [{\n"b": {}, "\\u0062": 2}]}', "b", 2, 10],
  ['{"__proto__": 1, "__proto__": 1}', "__proto__", 1, 18],
  ['{"": 1, "x": {"": 1}, "": 1}', "", 1, 23],
])("a name that stands twice in one object is refused at its second place: %s", (text, name, line, column) => {
  const message = `The name ${JSON.stringify(name)} stands twice in this object. Rename or remove one of them.`;
  expect(parseClaimsSet(text)).toEqual({ kind: "invalid", message, line, column });
});

test("a number beyond every double is refused", () => {
  expect(parseClaimsSet('{"n": [1e400]}')).toMatchObject({ kind: "invalid", line: 1, column: 8 });
});

test.each(["[]", "null", '"text"', "12"])("%s is JSON but no claims set", (text) => {
  expect(parseClaimsSet(`\n ${text}`)).toEqual({
    kind: "invalid",
    message: 'A claims set is a JSON object, such as {"sub": "kp_1"}.',
    line: 2,
    column: 2,
  });
});

test("a mistake in the JSON is reported at its place", () => {
  expect(parseClaimsSet('{\n  "sub": "kp_1",\n}')).toEqual({
    kind: "invalid",
    message: "Remove the comma before }: JSON has none after the last one.",
    line: 2,
    column: 16,
  });
});

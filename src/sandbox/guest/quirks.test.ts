/** Built-in functions that answer in production's own way, as recorded. */
import { expect, test } from "vitest";
import { claimsIn, runBody } from "../sandbox-for-tests.ts";

test.each([
  ["JSON.stringify({ a: [], b: { c: 1 } }, null, 2)", '{\n  "a": [],\n  "b": {\n      "c": 1\n    }\n}'],
  ['JSON.stringify([[], { a: {} }], null, "--")', '[\n--[],\n--{\n------"a": {}\n----}\n]'],
  ["JSON.stringify({ a: [1], b: {} }, null, 1)", '{\n "a": [\n  1\n ],\n "b": {}\n}'],
  ['["é".repeat(3), "ab".repeat(2), "é".repeat(0)]', ["éé", "abab", ""]],
  [
    '["a😀b".split(""), "a😀b".split("", 2), "ab".split("")]',
    [
      ["a", "😀", "b"],
      ["a", "😀"],
      ["a", "b"],
    ],
  ],
  ['"\\ud83d".trim().charCodeAt(0)', 0xfffd],
  ['["abc".replace(/x*/g, "-"), "aab".match(/a*/g), "2024".replace(/\\d*/g, "N")]', ["-a-b-c-", ["aa", ""], "N"]],
  [
    '(() => { const re = /o/g; return ["foo".replace(re, "0"), re.lastIndex, "foo".match(re), re.lastIndex] })()',
    ["f00", 3, ["o", "o"], 3],
  ],
  ['"a.b".replace(/\\w/g, (c) => "x-y".replace(/-/g, c))', "xay.xby"],
  ['Object.keys("a1".match(/\\d/))', ["0", "input", "index"]],
  ["(() => { t.at = new Date(0); return JSON.stringify({ at: t.at }) })()", '{"at":"1970-01-01T00:00:00Z"}'],
])("%s", async (expression, value) => {
  const { effects } = await runBody(`t.value = ${expression};`);
  expect(JSON.parse(String(claimsIn(effects).at(-1)?.[1]))).toEqual(value);
});

/** Built-in functions that answer in production's own way, as recorded. */
import { expect, test } from "vitest";
import { claimsIn, runBody } from "../../../../testing/run-body.ts";

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
  [
    "[Number(2n ** 64n), Number(5n), Number(-(2n ** 63n) - 1n), Number('7'), new Number(3n) + 1]",
    [0, 5, 2 ** 63, 7, 4],
  ],
  [
    "[Math.imul(1e21, 2), Math.imul(3, 4), [...new Uint8Array([1e20, 5])], [...Int16Array.from([2 ** 63, 7])]]",
    [0, 12, [0, 5], [0, 7]],
  ],
  ["[...new Float64Array([1e20]), ...Float32Array.of(2 ** 64), new Uint8Array(2).length]", [1e20, 2 ** 64, 2]],
  [
    "[1 / parseInt('-0') > 0, parseInt('123456789012345680000'), parseInt('12px'), parseInt('0x1f'), parseInt('z', 36)]",
    [true, 123456789012345670000, 12, 31, 35],
  ],
  [
    "[Math.log10(0.1), Math.log10(100), Math.log2(8), Math.cbrt(100), Math.cbrt(-27), Math.cbrt(0)]",
    [-0.9999999999999999, 2, 3, 4.641588833612778, -3, 0],
  ],
  [
    "(() => { const d = new Date(-1); d.setMilliseconds(-1); const e = new Date(1500); e.setUTCMilliseconds(20); return [+d, +e]; })()",
    [-1, 1020],
  ],
  [
    "[new Date(253402300800000).toISOString(), new Date(-62198755200000).toISOString(), new Date(0).toISOString()]",
    ["+10000-01-01T00:00:00.000Z", "-0001-01-01T00:00:00.000Z", "1970-01-01T00:00:00.000Z"],
  ],
  [
    "[String(new Date([2024, 5])), +new Date(new Date(5)), new Date(2024, 0, 1).getFullYear(), new Date() instanceof Date]",
    ["Invalid Date", 5, 2024, true],
  ],
  ['["😀", "ＡＢＣ", "z", undefined].sort().map(String)', ["z", "ＡＢＣ", "😀", "undefined"]],
  ['["b", "a", 10, 9].sort()', [10, 9, "a", "b"]],
  ['["Bèa", "Béa", "Bêa", "Bea"].sort((a, b) => a.localeCompare(b))', ["Bea", "Béa", "Bèa", "Bêa"]],
  ['["😀", "abc", "Zoe", "123", "ö", "ø"].sort((a, b) => a.localeCompare(b))', ["😀", "123", "abc", "ö", "ø", "Zoe"]],
  [
    '["a\\r\\nb\\r\\nc".match(/^.*$/gm), /^b$/m.test("a\\nb\\nc"), "x\\ny".replace(/^/gm, "> ")]',
    [["c"], true, "> x\n> y"],
  ],
  [
    '["josé núñez".replace(/\\b\\w/g, (m) => m.toUpperCase()), "naïve".split(/\\b/), "ada love".replace(/\\b\\w/g, (m) => m.toUpperCase())]',
    ["José Núñez", ["naïve"], "Ada Love"],
  ],
  [
    "(() => { try { ({}).a.größe } catch (e) { return e.message } })()",
    "Cannot read property '\ufffd\ufffdg\0r\0\ufffd\0\ufffd\0e\0' of undefined",
  ],
  [
    "(() => { try { JSON.parse('{') } catch (e) { return [e.stack.split('\\n').length, e.stack.includes('at parse (native)')] } })()",
    [5, true],
  ],
  ["[kinde.accessToken.setCustomClaim.length, kinde.accessToken.getCustomClaims.length]", [1, 1]],
  ["(() => { t.at = new Date(0); return JSON.stringify({ at: t.at }) })()", '{"at":"1970-01-01T00:00:00Z"}'],
])("%s", async (expression, value) => {
  const { effects } = await runBody(`t.value = ${expression};`);
  expect(JSON.parse(String(claimsIn(effects).at(-1)?.[1]))).toEqual(value);
});

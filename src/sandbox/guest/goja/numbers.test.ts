import { expect, test } from "vitest";
import { evaluateEach, openGuest } from "../../../../testing/open-guest.ts";

test("other bases are written as goja writes them", async () => {
  const expected = {
    "(4.35).toString(36)": "4.cllllllllk",
    "(0.1).toString(2)": "0.0001100110011001100110011001100110011001100110011001101",
    "(0.5).toString(3)": "0.1111111111111111111111111111111112",
    "(255).toString(16)": "ff",
    "(-255.5).toString(16)": "-ff.8",
    "(1e21).toString(36)": "5v1j4f4ds79m9s",
    "(2 ** 53).toString(7)": (2n ** 53n).toString(7),
    "(0).toString(2)": "0",
    "NaN.toString(2)": "NaN",
    "(-Infinity).toString(2)": "-Infinity",
    "(12).toString('8')": "14",
    "(25).toString(1)": "RangeError: toString() radix argument must be between 2 and 36",
    "new Number(2.5).toString(2)": "10.1",
  };
  expect(await evaluateEach(Object.keys(expected))).toEqual(expected);
});

test("what is written in another base tells the number exactly", async () => {
  const { evaluate } = await openGuest();
  expect(
    evaluate(`const value = (text) => { const [whole, digits = ""] = text.split(".");
        return [...whole].reduce((sum, digit) => sum * 2 + +digit, 0) + [...digits].reduceRight((sum, digit) => (sum + +digit) / 2, 0); };
      [0.1, 1 / 3, 123.456, 1e-7, 5e-324, 2 ** -1022, 1 + 2 ** -52, 1e15 + 0.5].filter((number) => value(number.toString(2)) !== number)`),
  ).toEqual([]);
});

test("toLocaleString takes a locale for a base", async () => {
  const expected = {
    "(1234567.891).toLocaleString()": "1234567.891",
    "(5).toLocaleString(2)": "101",
    '(1234.5).toLocaleString("en-US")': "RangeError: toString() radix argument must be between 2 and 36",
    "(10n).toLocaleString()": "10",
    '[1234.5, "x", null].toLocaleString()': "1234.5,x,",
  };
  expect(await evaluateEach(Object.keys(expected))).toEqual(expected);
});

test("BigInt says what it cannot convert", async () => {
  const expected = {
    "BigInt(1.5)": "RangeError: Cannot convert 1.5 to a BigInt",
    'BigInt("z")': "SyntaxError: Cannot convert z to a BigInt",
    "1n + 1": "TypeError: Cannot mix BigInt and other types, use explicit conversions",
    "[typeof BigInt('0xff'), BigInt.asUintN(8, 257n) === 1n, Object(1n) instanceof BigInt, BigInt.name]": [
      "bigint",
      true,
      true,
      "BigInt",
    ],
  };
  expect(await evaluateEach(Object.keys(expected))).toEqual(expected);
});

import { expect, test } from "vitest";
import { evaluateEach } from "./open-guest.ts";

test("powers are Go's: whole ones exact while they fit 64 bits, the rest by squaring the binary fraction", async () => {
  const expected = {
    "Math.pow(2, 10)": 1024,
    "Math.pow(-3, 3)": -27,
    "Math.pow(3, 39) === Number(3n ** 39n)": true,
    "Math.pow(1.05, 10)": 1.6288946267774416,
    "Math.pow(1.1, 2)": 1.2100000000000002,
    "Math.pow(10, -3)": 0.001,
    "Math.pow(10, 22)": 1e22,
    "Math.pow(10, 308)": 1.0000000000000006e308,
    "Math.pow(2, 0.5)": Math.SQRT2,
    "Math.pow(-2.5, 3)": -15.625,
    "Math.pow(2, -1074)": 5e-324,
    "[Math.pow(-2, 0.5), Math.pow(1, Infinity), Math.pow(NaN, 0), Math.pow(10, 400), Math.pow(0, -1)].join()":
      "NaN,NaN,1,Infinity,Infinity",
    "Math.pow(2n, 2)": "TypeError: Cannot convert a BigInt value to a number",
    "[Math.pow.length, Math.pow.name, String(Math.pow)].join()": "2,pow,function pow() { [native code] }",
  };
  expect(await evaluateEach(Object.keys(expected))).toEqual(expected);
});

test("logarithms are taken of the binary fraction, and powers of two and ten stay whole", async () => {
  const expected = {
    "Math.log2(3)": 1.5849625007211563,
    "[8, 1024, 2 ** -1074].map(Math.log2).join()": "3,10,-1074",
    "[10, 1000, 1e9].map(Math.log10).join()": "1,3,9",
    "[0, -1, Infinity, NaN].map(Math.log10).join()": "-Infinity,NaN,Infinity,NaN",
  };
  expect(await evaluateEach(Object.keys(expected))).toEqual(expected);
});

test("hypot sums as Kahan does", async () => {
  const expected = {
    "Math.hypot(1, 2, 3)": 3.741657386773941,
    "Math.hypot(3, 4)": 5,
    "Math.hypot()": 0,
    "Math.hypot(-3)": 3,
    "[Math.hypot(NaN, Infinity), Math.hypot(NaN, 1)].join()": "Infinity,NaN",
    "Math.hypot(1e200, 1e200) > 1e200": true,
  };
  expect(await evaluateEach(Object.keys(expected))).toEqual(expected);
});

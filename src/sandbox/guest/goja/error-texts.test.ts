import { expect, test } from "vitest";
import { evaluateEach } from "../../../../testing/open-guest.ts";

test("the engine's errors have production's wording", async () => {
  const expected = {
    "undefined.x": "TypeError: Cannot read property 'x' of undefined",
    "[...null]": "TypeError: Cannot convert undefined or null to object",
    "(() => { null.x = 1 })()": "TypeError: Cannot convert undefined or null to object",
    nope: "ReferenceError: nope is not defined",
    "(() => { typeof later; let later })()": "ReferenceError: Cannot access a variable before initialization",
    '(() => { "use strict"; Object.freeze({ a: 1 }).a = 2 })()': "TypeError: Cannot assign to read only property 'a'",
    "(() => { for (const _ of 1); })()": "TypeError: object is not iterable",
    "new Set(1)": "TypeError: object is not iterable",
    "(() => { class A {} A() })()": "TypeError: Class constructor cannot be invoked without 'new'",
    "new Array(-1)": "RangeError: Invalid array length",
    '"x".repeat(-1)': "RangeError: Invalid count value",
    "(1).toFixed(101)": "RangeError: toFixed() precision must be between 0 and 100",
    "new Date(NaN).toISOString()": "RangeError: Invalid time value",
    '"x".normalize("Q")': "RangeError: The normalization form should be one of NFC, NFD, NFKC, NFKD",
    'decodeURIComponent("%")': "URIError: Malformed URI",
    'encodeURIComponent("\\ud800")': "URIError: Malformed URI",
    'Symbol() + ""': "TypeError: Cannot convert a Symbol value to a string",
    "`${Symbol()}`": "TypeError: Cannot convert a Symbol value to a string",
    "+Symbol()": "TypeError: Cannot convert a Symbol value to a number",
    "1n / 0n": "RangeError: Division by zero",
    "new (class A { #x = 1; read(o) { return o.#x } })().read({})":
      "TypeError: Cannot read private member #x from an object whose class did not declare it",
    "new Proxy({})": "TypeError: Cannot create proxy with a non-object as target or handler",
    'Object.defineProperty(1, "a", {})': "TypeError: Object.defineProperty called on non-object",
    "JSON.stringify(1n)": "TypeError: Do not know how to serialize a BigInt",
    "(() => { const o = {}; o.o = o; JSON.stringify(o) })()": "TypeError: Converting circular structure to JSON",
    "[].reduce(() => 1)": "TypeError: No initial value",
  };
  expect(await evaluateEach(Object.keys(expected))).toEqual(expected);
});

test("an author's own errors keep their words", async () => {
  const expressions = [
    ["Error", "client is not initialized"],
    ["ReferenceError", "client is not initialized"],
    ["TypeError", "value is not iterable"],
    ["TypeError", "not a constructor"],
    ["RangeError", "invalid array length"],
    ["URIError", "bad"],
  ].flatMap(([name, text]) => [
    { code: `(() => { throw new ${name}("${text}") })()`, expected: `${name}: ${text}` },
    { code: `(() => { class Own extends ${name} {} throw new Own("${text}") })()`, expected: `${name}: ${text}` },
  ]);
  expect(await evaluateEach(expressions.map(({ code }) => code))).toEqual(
    Object.fromEntries(expressions.map(({ code, expected }) => [code, expected])),
  );
});

test("the replaced error classes are themselves in every respect", async () => {
  const expected = {
    "(() => { try { null.x } catch (error) { return [error instanceof TypeError, error.constructor === TypeError] } })()":
      [true, true],
    'new TypeError("m", { cause: 1 }).cause': 1,
    'TypeError("m").message': "m",
    "[TypeError.name, TypeError.length, Object.getPrototypeOf(TypeError) === Error]": ["TypeError", 1, true],
    "new (class extends RangeError { get code() { return 7 } })().code": 7,
  };
  expect(await evaluateEach(Object.keys(expected))).toEqual(expected);
});

import { expect, test } from "vitest";
import { openGuest } from "../../../../testing/open-guest.ts";

test("symbols work as ever without the ones production does not have", async () => {
  const { evaluate } = await openGuest();
  expect(
    evaluate(`[typeof Symbol.asyncIterator, typeof Symbol.dispose, Symbol("a").toString(), Symbol().description === undefined,
      Symbol.for("k") === Symbol.for("k"), Symbol.keyFor(Symbol.for("k")), String(Symbol.iterator), typeof Symbol.iterator,
      Object(Symbol.iterator) instanceof Symbol, Symbol.iterator.constructor === Symbol,
      (() => { try { new Symbol() } catch (error) { return error.name } })(), [...{ *[Symbol.iterator]() { yield 1 } }]]`),
  ).toEqual([
    "undefined",
    "undefined",
    "Symbol(a)",
    true,
    true,
    "k",
    "Symbol(Symbol.iterator)",
    "symbol",
    true,
    true,
    "TypeError",
    [1],
  ]);
});

test("return() ends a generator even where finally yields", async () => {
  const { evaluate } = await openGuest();
  expect(
    evaluate(`const log = [];
      function* g() { try { yield 1; } finally { log.push("in"); yield "f"; log.push("never"); } }
      const one = g();
      const steps = [one.next(), one.return(9), one.next()];
      for (const value of g()) { log.push(value); break; }
      const [first] = g();
      function* own() { try { yield 1; } finally { return 5; } }
      const other = own(); other.next();
      [steps, log, first, other.return(9), g().return(3)]`),
  ).toEqual([
    [{ value: 1, done: false }, { value: 9, done: true }, { done: true }],
    ["in", 1, "in", "in"],
    1,
    { value: 5, done: true },
    { value: 3, done: true },
  ]);
});

test("the global object is called global", async () => {
  const { evaluate } = await openGuest();
  expect(
    evaluate(`[globalThis, undefined, null, 1, [], () => 1, /a/, new Date(0), new Map(), JSON, new Error(), new Uint8Array(1), Reflect]
      .map((value) => Object.prototype.toString.call(value).slice(8, -1)).join()`),
  ).toBe("global,Undefined,Null,Number,Array,Function,RegExp,Date,Map,JSON,Error,Uint8Array,Reflect");
});

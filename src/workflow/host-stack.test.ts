/** The three engines' own words for the end of their stack, and errors that are something else. */
import { expect, test } from "vitest";
import { isHostStackEnd } from "./host-stack.ts";

test("the end of the stack is told apart from every other failure", () => {
  const recurse = (): number => recurse() + 1;
  expect(() => recurse()).toThrow(expect.toSatisfy(isHostStackEnd));
  expect(isHostStackEnd(new RangeError("Maximum call stack size exceeded."))).toBe(true);
  expect(isHostStackEnd(Object.assign(new Error("too much recursion"), { name: "InternalError" }))).toBe(true);
  expect(isHostStackEnd(new TypeError("x is not a function"))).toBe(false);
  expect(isHostStackEnd(new WebAssembly.RuntimeError("unreachable"))).toBe(false);
});

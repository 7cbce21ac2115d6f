import { expect, test } from "vitest";
import { stringValue } from "./string-value.ts";

test.each([
  ['"plan"', "plan"],
  [String.raw`'a\x41\u0042\u{43}\n\'\\'`, "aABC\n'\\"],
  ['"a\\\nb"', "ab"],
  [String.raw`"\u{110000}"`, String.raw`\u{110000}`],
  ["`plan`", ""],
  ["plan", ""],
  ["", ""],
])("%s has the value %j", (literal, value) => {
  expect(stringValue(literal)).toBe(value);
});

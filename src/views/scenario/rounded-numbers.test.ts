import { expect, test } from "vitest";
import { roundedNumbers } from "./rounded-numbers.ts";

test("numbers that JavaScript does not have are found once each, others are not", () => {
  const text = `{"a": [9007199254740993, 9007199254740993, 1.0, 1E5, 0.1, -0, 9007199254740992, "9007199254740993"],
    "b": 0.1000000000000000000001, "9007199254740995": 1e-400, "c": 12345678901234567890}`;
  expect(roundedNumbers(text, 10)).toEqual([
    { written: "9007199254740993", got: "9007199254740992" },
    { written: "0.1000000000000000000001", got: "0.1" },
    { written: "1e-400", got: "0" },
    { written: "12345678901234567890", got: "12345678901234567000" },
  ]);
  expect(roundedNumbers(text, 1)).toHaveLength(1);
});

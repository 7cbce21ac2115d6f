import { expect, test } from "vitest";
import { formatBytes, formatCount, formatDuration } from "./format.ts";

test("numbers carry their units", () => {
  expect([0, 1, 1_214].map(formatBytes)).toEqual(["0 bytes", "1 byte", "1,214 bytes"]);
  expect([0.416, 3.14, 120.4, 2_540].map(formatDuration)).toEqual(["0.42 ms", "3.1 ms", "120 ms", "2.5 s"]);
  expect([1, 2_000].map((count) => formatCount(count, "call"))).toEqual(["1 call", "2,000 calls"]);
});

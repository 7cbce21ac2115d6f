import { expect, test } from "vitest";
import { GROUPS, usableLayout } from "./panel-layout.ts";

test("a remembered layout of the same panels is used, in the panels’ order", () => {
  expect(Object.entries(usableLayout("columns", { out: 70, in: 30 }))).toEqual([
    ["in", 30],
    ["out", 70],
  ]);
});

test("anything else gives the default", () => {
  for (const layout of [
    undefined,
    null,
    3,
    "x",
    [],
    {},
    { in: 100 },
    { in: 50, other: 50 },
    { in: 80, out: 80 },
    { in: "50", out: 50 },
  ]) {
    expect(usableLayout("columns", layout)).toEqual(GROUPS.columns);
  }
});

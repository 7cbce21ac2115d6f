/** A negative control whose text the source no longer holds would take nothing out. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { REMOVALS } from "../removals.ts";

test("each negative control finds its text in the source", () => {
  const ofSource = REMOVALS.filter(({ file }) => file.startsWith("src/"));
  const lost = ofSource.filter(({ file, find }) => !readFileSync(file, "utf8").includes(find));
  expect(lost.map(({ name, file }) => `${name}: ${file}`)).toEqual([]);
  expect(new Set(REMOVALS.map(({ name }) => name)).size).toBe(REMOVALS.length);
});

/** A run finds nothing of the one before it. */
import { expect, test } from "vitest";
import { projectOf } from "./hostile-case.ts";
import { LEFTOVERS } from "./leftovers.ts";
import { createBench } from "./node-bench.ts";

const bench = await createBench();

test.each(LEFTOVERS.map((left) => [left.name, left] as const))("%s", async (_, { first, next, json }) => {
  await bench.run(projectOf({ files: first }), 250);
  const { tokens } = await bench.run(projectOf({ files: next }));
  const changes = tokens.find(({ name }) => name === "accessToken")?.changes ?? [];
  expect(changes.filter(({ state }) => state === "added").map(({ name, after }) => [name, after])).toEqual([
    ["found", json],
  ]);
});

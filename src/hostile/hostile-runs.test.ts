/** Runs in Node what a stranger's workflow may try, each case with its required end. */
import { describe, expect, test } from "vitest";
import { ESCAPES } from "./escapes.ts";
import { EXHAUSTION } from "./exhaustion.ts";
import { projectOf } from "./hostile-case.ts";
import { LEFTOVERS } from "./leftovers.ts";
import { createBench } from "./node-bench.ts";
import { VALUES } from "./values.ts";

const bench = await createBench();

describe.each([
  ["escapes", ESCAPES],
  ["values", VALUES],
  ["exhaustion", EXHAUSTION],
] as const)("%s", (_, runs) => {
  test.each(runs.map((run) => [run.name, run] as const))("%s", { timeout: 30_000 }, async (_name, run) => {
    expect(await bench.judge(run)).toEqual([]);
  });
});

describe("leftovers", () => {
  test.each(LEFTOVERS.map((left) => [left.name, left] as const))("%s", async (_, { first, next, json }) => {
    await bench.run(projectOf({ files: first }), 250);
    const { tokens } = await bench.run(projectOf({ files: next }));
    const changes = tokens.find(({ name }) => name === "accessToken")?.changes ?? [];
    expect(changes.filter(({ state }) => state === "added").map(({ name, after }) => [name, after])).toEqual([
      ["found", json],
    ]);
  });
});

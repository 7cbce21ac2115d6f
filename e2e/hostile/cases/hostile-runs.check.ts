/** Runs in Node what a stranger's workflow may try, each case with its required end; `npm run shipped` runs the same on the built workers. */
import { describe, expect, test } from "vitest";
import { ESCAPES } from "./escapes.ts";
import { EXHAUSTION } from "./exhaustion.ts";
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

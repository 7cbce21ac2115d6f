/** Runs recorded programs one by one and says what they come to. */
import type { NodeRunner } from "../src/node/node-runner.ts";
import type { Group, RecordedCase } from "./recorded-case.ts";

type Tally = { exact: number; explained: number; total: number };
type Summary = { readonly passed: number; readonly failed: number; readonly isComplete: boolean };

/** @param print is given one line per failing case, then a line per group. */
export async function reportCases(
  cases: readonly RecordedCase[],
  run: NodeRunner,
  print: (line: string) => void,
): Promise<Summary> {
  const tallies = new Map<Group, Tally>();
  for (const one of cases) {
    const tally = tallies.get(one.group) ?? { exact: 0, explained: 0, total: 0 };
    tallies.set(one.group, tally);
    tally.total++;
    const { difference, explained } = await judge(one, run);
    if (difference === null) tally.exact++;
    else if (explained) tally.explained++;
    else print(`FAIL ${one.id}: ${difference}`);
  }
  let passed = 0;
  let isComplete = true;
  for (const group of ["core", "engine", "quirk", "mistake", "caught", "syntax"] as const) {
    const tally = tallies.get(group);
    if (tally === undefined) continue;
    const { exact, explained, total } = tally;
    passed += exact + explained;
    if (group === "quirk") print(`quirk ${exact} exact + ${explained} explained of ${total}`);
    else {
      if (group !== "syntax") print(`${group} ${exact}/${total}`);
      isComplete &&= exact === total;
    }
  }
  return { passed, failed: cases.length - passed, isComplete };
}

async function judge(one: RecordedCase, run: NodeRunner) {
  try {
    const result = await run(one.job.project, one.job.options);
    const difference = one.difference(result);
    return { difference, explained: difference !== null && one.isExplained(result) };
  } catch (error) {
    return { difference: `our own failure: ${error instanceof Error ? error.message : error}`, explained: false };
  }
}

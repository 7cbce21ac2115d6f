/** Judges vectors one by one and says what a file of them comes to. */
import type { Sandbox } from "../sandbox/sandbox.ts";
import { compareRun } from "./compare.ts";
import { isExplained } from "./explained.ts";
import { type Bundle, runVector } from "./run-vector.ts";
import type { SyntaxCase, Tier, Vector } from "./vector.ts";

export type Tally = { exact: number; explained: number; total: number };
export type Summary = { readonly tallies: { readonly [T in Tier]: Tally }; readonly isComplete: boolean };

/** @param print is given one line per failing vector, a line per tier, and last `N passed, M failed`. */
export async function reportVectors(
  vectors: readonly Vector[],
  sandbox: Sandbox,
  bundle: Bundle,
  print: (line: string) => void,
): Promise<Summary> {
  const tallies: { [T in Tier]: Tally } = { core: newTally(), engine: newTally(), quirk: newTally() };
  for (const vector of vectors) {
    const tally = tallies[vector.tier];
    tally.total++;
    const { difference, explained } = await judge(vector, sandbox, bundle);
    if (difference === null) tally.exact++;
    else if (explained) tally.explained++;
    else print(`FAIL ${vector.id}: ${difference}`);
  }
  const { core, engine, quirk } = tallies;
  for (const tier of ["core", "engine"] as const) {
    if (tallies[tier].total > 0) print(`${tier} ${tallies[tier].exact}/${tallies[tier].total}`);
  }
  if (quirk.total > 0) print(`quirk ${quirk.exact} exact + ${quirk.explained} explained of ${quirk.total}`);
  const passed = core.exact + engine.exact + quirk.exact + quirk.explained;
  print(`${passed} passed, ${vectors.length - passed} failed`);
  return { tallies, isComplete: core.exact === core.total && engine.exact === engine.total };
}

async function judge(vector: Vector, sandbox: Sandbox, bundle: Bundle) {
  try {
    const observed = await runVector(vector, sandbox, bundle);
    const difference = compareRun(vector.expected, observed);
    const explained = difference !== null && vector.tier === "quirk" && isExplained(vector, observed);
    return { difference, explained };
  } catch (error) {
    return { difference: `our own failure: ${error instanceof Error ? error.message : error}`, explained: false };
  }
}

const newTally = (): Tally => ({ exact: 0, explained: 0, total: 0 });

const EVENT = { request: { ip: "203.0.113.7" }, context: {} };

/** The same for language features: whether they run, and at which phase they fail. */
export async function reportSyntax(
  cases: readonly SyntaxCase[],
  sandbox: Sandbox,
  bundle: Bundle,
  print: (line: string) => void,
): Promise<boolean> {
  let passed = 0;
  for (const one of cases) {
    const difference = await judgeSyntax(one, sandbox, bundle);
    if (difference === null) passed++;
    else print(`FAIL ${one.feature}: ${difference}`);
  }
  print(`${passed} passed, ${cases.length - passed} failed`);
  return passed === cases.length;
}

async function judgeSyntax(one: SyntaxCase, sandbox: Sandbox, bundle: Bundle): Promise<string | null> {
  const scenario = { event: EVENT, timeoutMs: 2_000 };
  try {
    const observed = await runVector(
      { entry: "Workflow.ts", files: { ...one.files, "Workflow.ts": one.source }, scenario },
      sandbox,
      bundle,
    );
    const { outcome, phase } = observed;
    const runs = outcome.kind === "completed";
    if (runs !== one.runs) {
      const why = outcome.kind === "completed" ? "" : ` (${outcome.error.productionText})`;
      return `${runs ? "runs" : `fails in ${phase}`}${why}, expected ${one.runs ? "that it runs" : one.failedPhase}`;
    }
    if (outcome.kind !== "completed") {
      const isEarly = phase !== "execute";
      const isSame = phase === one.failedPhase || (isEarly && one.failedPhase !== "execute");
      return isSame ? null : `fails in ${phase}, expected ${one.failedPhase}`;
    }
    return null;
  } catch (error) {
    return `our own failure: ${error instanceof Error ? error.message : error}`;
  }
}

/** Everything that the source runs in its own tests, as jobs for the built workers: what to run, and what its result must be. */
import { readFileSync } from "node:fs";
import { OWN_FILES, ownFile, readCases } from "../../conformance/read-cases.ts";
import type { RecordedCase } from "../../conformance/recorded-case.ts";
import { EVERYDAY } from "../../testing/everyday/every-check.ts";
import { everydayProject, type Program } from "../../testing/everyday/program.ts";
import { EXAMPLES } from "../../src/examples/examples.ts";
import { readable } from "../../testing/readable-result.ts";
import { ESCAPES } from "../hostile/cases/escapes.ts";
import { EXHAUSTION } from "../hostile/cases/exhaustion.ts";
import { projectOf } from "../hostile/cases/hostile-case.ts";
import { complaintsAbout } from "../hostile/cases/judge-run.ts";
import { VALUES } from "../hostile/cases/values.ts";
import type { RunOptions } from "../../src/pipeline.ts";
import type { Diagnostic } from "../../src/workflow/diagnostic.ts";
import type { Project } from "../../src/workflow/project.ts";
import type { RunResult } from "../../src/workflow/run-result.ts";

export type ShippedJob = {
  readonly id: string;
  readonly group: string;
  readonly project: Project;
  readonly options: RunOptions;
  /** What of a result is not as it must be, in one line; null when all is. */
  readonly difference: (result: RunResult) => string | null;
  /** Whether it may end by itself or at a limit: which of them comes first is the machine’s doing. */
  readonly endsVary?: boolean;
  /** Whether the worker of the first result is asked as well: it leaves production’s quirks to the one that takes its place. */
  readonly isForFirst: boolean;
  /** Whether it is one of the recorded programs: what every engine runs. */
  readonly isCore: boolean;
};

const OPTIONS = { nowMs: 1_795_424_400_000, timeoutMs: 30_000, grantConsole: true };

const jobOfCase = (one: RecordedCase): ShippedJob => ({
  id: one.id,
  group: one.group,
  project: one.job.project,
  options: one.endsByTime ? one.job.options : patient(one.job.options),
  difference: (result) => (one.isExplained(result) ? null : one.difference(result)),
  isForFirst: one.group === "core",
  isCore: true,
});

/** On a busy machine a browser may be ten times slower than Node: only what has to end by time is held to its own limit. */
function patient(options: RunOptions): RunOptions {
  const { timeoutMs } = OPTIONS;
  const { given } = options;
  return {
    ...options,
    timeoutMs,
    ...(given ? { given: { ...given, input: { ...given.input, timeoutMs } } } : {}),
  };
}

/** @param paths of files in the format of vectors.json, syntax.json or errors.json. */
export const jobsOfFiles = (paths: readonly string[]): readonly ShippedJob[] => paths.flatMap(readCases).map(jobOfCase);

export function ownJobs(root: URL): readonly ShippedJob[] {
  const recorded = [...OWN_FILES.programs, ...OWN_FILES.syntax].flatMap((name) => readCases(ownFile(root, name)));
  return [...recorded.map(jobOfCase), ...examples(root), ...everyday(), ...hostile()];
}

function examples(root: URL): readonly ShippedJob[] {
  return EXAMPLES.map(({ name, project }) => {
    const expected = readFileSync(new URL(`src/examples/${name}/expected.json`, root), "utf8");
    return {
      id: name,
      group: "example",
      project,
      options: OPTIONS,
      difference: (result) =>
        `${JSON.stringify(readable(result), null, 2)}\n` === expected ? null : "not the result in its expected.json",
      isForFirst: true,
      isCore: false,
    };
  });
}

function everyday(): readonly ShippedJob[] {
  const jobOf = (id: string, program: Program, at: number, speaks: boolean): ShippedJob => ({
    id: `${id}, ${speaks ? "speaks" : "silent"} ${at + 1}`,
    group: "diagnostics",
    project: everydayProject(program),
    options: OPTIONS,
    difference: ({ diagnostics }) => {
      const said = diagnostics.find((diagnostic) => diagnostic.id === id);
      if (!speaks) return said === undefined ? null : `says “${said.message}”`;
      return said === undefined ? "is silent" : (diagnostics.map(flawOf).find((flaw) => flaw !== null) ?? null);
    },
    isForFirst: false,
    isCore: false,
  });
  return EVERYDAY.flatMap(({ id, speaks, silent }) => [
    ...speaks.map((program, at) => jobOf(id, program, at, true)),
    ...silent.map((program, at) => jobOf(id, program, at, false)),
  ]);
}

/** What is said is a sentence, with an advice and an origin. */
function flawOf({ message, advice, rule }: Diagnostic): string | null {
  if (!/^[^!]+[.)]$/.test(message)) return `“${message}” is no sentence`;
  if (!advice) return `“${message}” has no advice`;
  return rule?.provenance ? null : `“${message}” has no origin`;
}

function hostile(): readonly ShippedJob[] {
  return [...ESCAPES, ...VALUES, ...EXHAUSTION].map((run) => ({
    id: run.name,
    group: "hostile",
    project: projectOf(run),
    options: { ...OPTIONS, timeoutMs: run.timeoutMs ?? (run.ends.includes("time") ? 100 : 5_000) },
    difference: (result) => complaintsAbout(run, result)[0] ?? null,
    endsVary: run.ends.includes("fails") || run.ends.includes("completes"),
    isForFirst: false,
    isCore: false,
  }));
}

/** `npm run shipped -- [--engine=chromium,firefox,webkit] [--core=ENGINES] [FILE…]`: the built workers in browsers, two at a time, against what each program must give and against Node. */
import { setImmediate } from "node:timers/promises";
import { createNodeRunner } from "../../src/node/node-runner.ts";
import type { RunResult } from "../../src/workflow/run-result.ts";
import { jobsOfFiles, ownJobs, type ShippedJob } from "./jobs.ts";
import { ENGINE_NAMES, type EngineName, openEngine } from "./open-engine.ts";
import { builtFiles, serveWork } from "./serve.ts";
import type { Answer, SentJob } from "./wire.ts";

const SILENT_MS = 120_000;
const SHOWN = 240;

type Tally = { passed: number; failed: number };

type Sent = { readonly dist: string; readonly jobs: readonly ShippedJob[]; readonly results: Promise<InNode> };
type InNode = readonly (RunResult | string)[];

/** @returns the exit status: 0 only when nothing failed. */
export async function main(args: readonly string[], root: URL, print: (line: string) => void): Promise<number> {
  const named = args.filter((arg) => !arg.startsWith("--"));
  const option = (name: string) =>
    args
      .find((arg) => arg.startsWith(`--${name}=`))
      ?.slice(name.length + 3)
      .split(",") ?? [];
  const engines = option("engine").length > 0 ? option("engine") : ["chromium"];
  const unknown = engines.find((engine) => !ENGINE_NAMES.some((name) => name === engine));
  if (unknown !== undefined) {
    print(`There is no engine ${unknown}: choose of ${ENGINE_NAMES.join(", ")}.`);
    return 1;
  }
  const jobs = named.length > 0 ? jobsOfFiles(named) : ownJobs(root);
  const isCore = (engine: string) => option("core").includes(engine);
  const results = resultsInNode(jobs, engines.every(isCore));
  const sent: Sent = { dist: decodeURIComponent(new URL("dist", root).pathname), jobs, results };
  const total = { passed: 0, failed: 0 };
  const waiting = [...engines];
  const next = async (): Promise<void> => {
    const engine = waiting.shift();
    if (engine === undefined) return;
    const prefix = engines.length > 1 ? `${engine}: ` : "";
    const tally = await runIn(engine as EngineName, isCore(engine), sent, (line) => print(prefix + line));
    total.passed += tally.passed;
    total.failed += tally.failed;
    await next();
  };
  await Promise.all([next(), next()]);
  print(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

async function runIn(
  engine: EngineName,
  isCore: boolean,
  { dist, jobs, results }: Sent,
  print: (line: string) => void,
): Promise<Tally> {
  const tally = { passed: 0, failed: 0 };
  const sent = jobs.flatMap(({ project, options, isForFirst, isCore: isOfCore }, at): SentJob[] => [
    ...(isCore && !isOfCore ? [] : [{ index: 2 * at, worker: "full" as const, project, options }]),
    ...(isForFirst && !isCore ? [{ index: 2 * at + 1, worker: "first" as const, project, options }] : []),
  ]);
  const site = await serveWork(dist, { files: builtFiles(dist), jobs: sent }, SILENT_MS);
  let close: () => void;
  try {
    close = openEngine(engine, site.url);
  } catch (error) {
    site.close();
    print(`${engine} is not run: ${error instanceof Error ? error.message : String(error)}`);
    return tally;
  }
  try {
    const answers = new Map((await site.answers).map((answer) => [answer.index, answer]));
    const inNode = await results;
    for (const { index, worker } of sent) {
      const at = index >> 1;
      const job = jobs[at];
      if (job !== undefined) judge(job, answers.get(index), inNode[at], worker, tally, print);
    }
  } catch (error) {
    tally.failed++;
    print(`FAIL ${engine}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    close();
    site.close();
  }
  return tally;
}

/** @param isCore whether only those of the core are asked for. */
async function resultsInNode(jobs: readonly ShippedJob[], isCore: boolean): Promise<InNode> {
  const run = await createNodeRunner();
  const results: (RunResult | string)[] = [];
  for (const { project, options, isCore: isOfCore } of jobs) {
    // The engines are served by this process too.
    await setImmediate();
    if (isCore && !isOfCore) results.push("it was not asked for");
    else results.push(await run(project, options).catch((error: unknown) => `our own failure: ${String(error)}`));
  }
  return results;
}

function judge(
  job: ShippedJob,
  answer: Answer | undefined,
  inNode: RunResult | string | undefined,
  worker: SentJob["worker"],
  tally: Tally,
  print: (line: string) => void,
): void {
  const found = differenceOf(job, answer, inNode, worker);
  if (found === null) {
    tally.passed++;
    return;
  }
  tally.failed++;
  print(`FAIL ${job.group} ${job.id} (${worker} worker): ${found}`);
}

function differenceOf(
  job: ShippedJob,
  answer: Answer | undefined,
  inNode: RunResult | string | undefined,
  worker: SentJob["worker"],
): string | null {
  if (answer === undefined) return "no answer came";
  if (answer.kind === "asks") return worker === "first" ? null : "the full worker asks for another";
  if (answer.kind === "failed") return answer.message;
  const result = JSON.parse(answer.text) as RunResult;
  if (inNode === undefined || typeof inNode === "string") return `Node has no result: ${inNode}`;
  const difference = worker === "full" ? job.difference(result) : null;
  if (difference !== null) return `not what is expected: ${difference}`;
  if (job.endsVary && [result, inNode].some(({ outcome }) => outcome.kind === "interrupted")) return null;
  const [built, source] = [comparable(result, job, worker), comparable(inNode, job, worker)];
  return built === source ? null : `not what Node gives: ${firstDifference(built, source)}`;
}

/** What the first worker leaves to the full one: it diagnoses nothing, explains no failure and keeps a plain stack. */
const NOT_FIRST: ReadonlySet<string> = new Set(["diagnostics", "claimWrites", "advice", "frames", "productionText"]);

/** A result as text, without its times; of a run that a limit ended, how it ended: how far it came is the machine’s doing. */
function comparable(result: RunResult, { group }: ShippedJob, worker: SentJob["worker"]): string {
  const { outcome } = result;
  if (outcome.kind === "interrupted") {
    // Which of the limits that a hostile run may end at comes first is the machine’s doing too, and so is it whether calls without
    // end come to that of the stack or of the time: production reports both alike.
    const limit = outcome.limit === "stack" ? "time" : outcome.limit;
    return `${group === "hostile" ? "stopped" : limit} in ${outcome.phase}`;
  }
  return JSON.stringify(result, (key, value: unknown) =>
    key === "durations" || (worker === "first" && NOT_FIRST.has(key)) ? undefined : value,
  );
}

function firstDifference(built: string, source: string): string {
  let at = 0;
  while (at < built.length && built[at] === source[at]) at++;
  const from = Math.max(0, at - 40);
  return `…${built.slice(from, from + SHOWN)}… instead of …${source.slice(from, from + SHOWN)}…`;
}

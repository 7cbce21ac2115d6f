/** How many runs a second the pipeline makes, and where the time of one run goes. */
import { LARGE, LARGEST } from "./growth.mjs";
import { keys } from "./keys.mjs";
import { project } from "./projects.mjs";
import { round, spread } from "./statistics.mjs";
import { PLAYGROUND } from "./subjects.mjs";

const SIZES = [
  ["tutorial: 40 lines, 3 claims, 1 call", { lines: 40, claims: 3, calls: 1 }],
  ["400 lines, 100 claims", LARGE],
  ["4,000 lines, 1,000 claims, 100 KB token", LARGEST],
];
const STAGES = ["transpileMs", "discoveryMs", "executionMs", "diffMs"];
const RUNS_HEAD = [
  "",
  "runs a second, in the worker",
  "one run there, ms",
  "p95",
  "one run as keys come, in the worker, ms",
  "p95",
  "runs a second, page → page",
  "page → page, ms",
  "result KB",
];
const STAGES_HEAD = ["", "transpile", "discovery", "execution", "diff", "realms, diagnoses", "signing", "rendering"];

const median = (values) => spread(values).median;
const known = (durations) => STAGES.reduce((sum, stage) => sum + durations[stage], 0);

async function measureSize(page, wanted, { timeMs, paced, rendered }) {
  const opened = project(wanted);
  const ask = (what, number) =>
    page.evaluate(([name, given, amount]) => window.pipeline[name](given, amount), [what, opened, number]);
  const inWorker = await ask("inWorker", timeMs);
  const fromPage = await ask("fromPage", timeMs);
  const atPace = (await ask("atPace", paced)).map(({ totalMs }) => totalMs);
  const totals = inWorker.durations.map(({ totalMs }) => totalMs);
  const stages = STAGES.map((stage) => [stage, median(inWorker.durations.map((each) => each[stage]))]);
  const rendering = (await rendered(wanted)).samples.map(({ answered, painted }) => painted - answered);
  return {
    inWorker: { perSecond: round(inWorker.perSecond), run: spread(totals) },
    atPace: spread(atPace),
    fromPage: { perSecond: round(fromPage.perSecond), round: median(fromPage.rounds) },
    stages: {
      ...Object.fromEntries(stages),
      restMs: median(inWorker.durations.map((each) => each.totalMs - known(each))),
      signingMs: median(await ask("signing", 50)),
      renderingMs: median(rendering),
    },
    resultKb: round(fromPage.resultBytes / 1_000),
  };
}

export async function measurePipeline({ launch, server, isQuick }) {
  const browser = await launch();
  const figures = {};
  for (const [name, wanted] of SIZES) {
    const page = await browser.newPage();
    await page.goto(`${server.url}/peers/pipeline.html`);
    await page.waitForFunction(() => window.pipeline !== undefined, null, { timeout: 60_000 });
    figures[name] = await measureSize(page, wanted, {
      timeMs: isQuick ? 2_000 : 4_000,
      paced: isQuick ? 20 : 40,
      rendered: (size) => keys(browser, server, PLAYGROUND, { count: isQuick ? 8 : 16, wanted: size }),
    });
    await page.close();
  }
  const sized = Object.entries(figures);
  const runs = sized.map(([name, { inWorker, atPace, fromPage, resultKb }]) => [
    name,
    inWorker.perSecond,
    inWorker.run.median,
    inWorker.run.p95,
    atPace.median,
    atPace.p95,
    fromPage.perSecond,
    fromPage.round,
    resultKb,
  ]);
  const stages = sized.map(([name, of]) => [name, ...Object.values(of.stages)]);
  return {
    tables: [
      { title: "Pipeline, warm", head: RUNS_HEAD, rows: runs },
      { title: "Stages of one run, ms", head: STAGES_HEAD, rows: stages },
    ],
    figures: { tutorial: figures[SIZES[0][0]], ...figures },
  };
}

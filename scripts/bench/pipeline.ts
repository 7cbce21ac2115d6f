/** How many runs a second the pipeline makes, and where the time of one run goes. */
import type { Page } from "@playwright/test";
import type { Typed } from "./edit.ts";
import { LARGE, LARGEST } from "./growth.ts";
import { keys } from "./keys.ts";
import type { Durations } from "../../src/workflow/run-result.ts";
import { project, type Size } from "./projects.ts";
import type { Measured, Setting } from "./section.ts";
import { type Figure, round, type Spread, spread } from "./statistics.ts";
import { PLAYGROUND } from "./subjects.ts";

const TUTORIAL = "tutorial: 40 lines, 3 claims, 1 call";
const SIZES: readonly (readonly [name: string, size: Size])[] = [
  [TUTORIAL, { lines: 40, claims: 3, calls: 1 }],
  ["400 lines, 100 claims", LARGE],
  ["4,000 lines, 1,000 claims, 100 KB token", LARGEST],
];
const STAGES = ["transpileMs", "discoveryMs", "executionMs", "diffMs"] as const;
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

type Stage = (typeof STAGES)[number] | "restMs" | "signingMs" | "renderingMs";
type SizeFigures = {
  readonly inWorker: { readonly perSecond: Figure; readonly run: Spread };
  readonly atPace: Spread;
  readonly fromPage: { readonly perSecond: Figure; readonly round: Figure };
  readonly stages: Readonly<Record<Stage, Figure>>;
  readonly resultKb: Figure;
};
export type PipelineFigures = { readonly [size: string]: SizeFigures; readonly tutorial: SizeFigures };

const median = (values: readonly number[]) => spread(values).median;
const known = (durations: Durations) => STAGES.reduce((sum, stage) => sum + durations[stage], 0);

type Ways = {
  readonly timeMs: number;
  readonly paced: number;
  readonly rendered: (wanted: Size) => Promise<Typed>;
};

async function measureSize(page: Page, wanted: Size, { timeMs, paced, rendered }: Ways): Promise<SizeFigures> {
  const opened = project(wanted);
  const given = (amount: number) => [opened, amount] as const;
  const inWorker = await page.evaluate(([source, ms]) => window.pipeline.inWorker(source, ms), given(timeMs));
  const fromPage = await page.evaluate(([source, ms]) => window.pipeline.fromPage(source, ms), given(timeMs));
  const atPace = (await page.evaluate(([source, count]) => window.pipeline.atPace(source, count), given(paced))).map(
    ({ totalMs }) => totalMs,
  );
  const totals = inWorker.durations.map(({ totalMs }) => totalMs);
  const stage = (name: (typeof STAGES)[number]) => median(inWorker.durations.map((each) => each[name]));
  const rendering = (await rendered(wanted)).samples.flatMap(({ answered, painted }) =>
    answered === null ? [] : [painted - answered],
  );
  return {
    inWorker: { perSecond: round(inWorker.perSecond), run: spread(totals) },
    atPace: spread(atPace),
    fromPage: { perSecond: round(fromPage.perSecond), round: median(fromPage.rounds) },
    stages: {
      transpileMs: stage("transpileMs"),
      discoveryMs: stage("discoveryMs"),
      executionMs: stage("executionMs"),
      diffMs: stage("diffMs"),
      restMs: median(inWorker.durations.map((each) => each.totalMs - known(each))),
      signingMs: median(await page.evaluate(([source, count]) => window.pipeline.signing(source, count), given(50))),
      renderingMs: median(rendering),
    },
    resultKb: round(fromPage.resultBytes / 1_000),
  };
}

export async function measurePipeline({ launch, server, isQuick }: Setting): Promise<Measured<PipelineFigures>> {
  const browser = await launch();
  const sizes: Record<string, SizeFigures> = {};
  for (const [name, wanted] of SIZES) {
    const page = await browser.newPage();
    await page.goto(`${server.url}/peers/pipeline.html`);
    await page.waitForFunction(() => window.pipeline !== undefined, null, { timeout: 60_000 });
    sizes[name] = await measureSize(page, wanted, {
      timeMs: isQuick ? 2_000 : 4_000,
      paced: isQuick ? 20 : 40,
      rendered: (size) => keys(browser, server, PLAYGROUND, { count: isQuick ? 8 : 16, wanted: size }),
    });
    await page.close();
  }
  const tutorial = sizes[TUTORIAL];
  if (tutorial === undefined) throw new Error("The tutorial was not measured.");
  const sized = Object.entries(sizes);
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
    figures: { ...sizes, tutorial },
  };
}

/** How many runs a second the pipeline makes in its worker, and where their time goes. */
import { project } from "./projects.mjs";
import { round, spread } from "./statistics.mjs";

const SIZES = [
  ["40 lines, 3 claims, 1 call", { lines: 40, claims: 3, calls: 1 }],
  ["400 lines, 100 claims", { lines: 400, claims: 100 }],
  ["4,000 lines, 1,000 claims, 100 KB token", { lines: 4_000, claims: 1_000, tokenBytes: 100_000 }],
];
const STAGES = ["transpileMs", "discoveryMs", "executionMs", "diffMs", "totalMs"];

/** @returns the head and rows of a table. */
export async function pipeline(browser, server, seconds) {
  const page = await browser.newPage();
  try {
    await page.goto(`${server.url}/peers/pipeline.html`);
    await page.waitForFunction(() => typeof window.runAgain === "function", null, { timeout: 60_000 });
    const rows = [];
    for (const [name, wanted] of SIZES) {
      const found = await page.evaluate(([opened, time]) => window.runAgain(opened, time), [project(wanted), seconds]);
      const mean = (values) => round(values.reduce((sum, value) => sum + value, 0) / values.length);
      rows.push([
        name,
        round(found.perSecond),
        spread(found.rounds).median,
        ...STAGES.map((stage) => mean(found.durations.map((each) => each[stage]))),
        spread(found.signings).median,
        round(found.resultBytes / 1_000),
      ]);
    }
    const head = [
      "",
      "runs a second",
      "page → page ms",
      "transpile",
      "discovery",
      "execution",
      "diff",
      "in the worker",
      "sign",
      "result KB",
    ];
    return [head, rows];
  } finally {
    await page.close();
  }
}

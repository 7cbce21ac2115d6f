/** A thousand runs in one page, a tenth of them hostile: no growth, no worker left behind, and the last as fast as the first. */
import { expect, test } from "@playwright/test";
import { buildHarness } from "./build-harness.ts";
import type { HostileApi } from "./harness.ts";
import { namesOfWorkers } from "./names-of-workers.ts";
import { serveFolder } from "./serve.ts";

declare const hostile: HostileApi;

const RUNS = Number(process.env["SOAK_RUNS"] ?? 1_000);
const MAX_GROWTH_BYTES = 5_000_000;

const median = (values: readonly number[]) => values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;

test("a thousand runs", async ({ page }) => {
  test.setTimeout(3_600_000);
  const site = await serveFolder(buildHarness());
  await page.goto(`${site.url}harness.html`);
  expect(await page.evaluate(() => hostile.ready())).toBe("result");
  const session = await page.context().newCDPSession(page);
  async function heapBytes(): Promise<number> {
    for (let times = 0; times < 3; times++) await session.send("HeapProfiler.collectGarbage");
    return (await session.send("Runtime.getHeapUsage")).usedSize;
  }

  const results = [await page.evaluate(([to]) => hostile.soak(0, to), [100] as const)];
  const heapAfterFirst = await heapBytes();
  for (let from = 100; from < RUNS; from += 100) {
    results.push(
      await page.evaluate(([start, end]) => hostile.soak(start, end), [from, Math.min(RUNS, from + 100)] as const),
    );
    console.log(`soak: ${Math.min(RUNS, from + 100)} runs`);
  }
  const grownBytes = (await heapBytes()) - heapAfterFirst;
  const isRuntime = (name: string) => name === "workflow runtime";
  await expect.poll(() => namesOfWorkers(page).then((names) => names.filter(isRuntime).length)).toBe(2);
  expect((await namesOfWorkers(page)).filter((name) => !isRuntime(name) && name !== "workflow bundler")).toEqual([]);

  const sum = (pick: (result: (typeof results)[number]) => number) =>
    results.reduce((total, result) => total + pick(result), 0);
  const firstMs = median(results[0]?.timesMs ?? []);
  const lastMs = median(results.at(-1)?.timesMs ?? []);
  const wrong = results.flatMap((result) => result.wrong);
  await site.close();
  console.log(wrong.join("\n"));
  console.log(
    `soak: ${RUNS} runs, ${sum((result) => result.hostileRuns)} hostile, ${sum((result) => result.hangs)} ended by the watchdog, ${wrong.length} wrong; ` +
      `heap grew ${(grownBytes / 1e6).toFixed(2)} MB; ${page.workers().length} workers at the end; ` +
      `ordinary run: first hundred ${firstMs.toFixed(1)} ms, last hundred ${lastMs.toFixed(1)} ms (medians)`,
  );
  expect(wrong).toEqual([]);
  expect(grownBytes).toBeLessThan(MAX_GROWTH_BYTES);
  // As fast as the first, give or take what else the machine does.
  expect(lastMs).toBeLessThan(firstMs * 1.5 + 5);
});

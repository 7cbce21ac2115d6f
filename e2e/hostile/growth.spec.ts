/** The page's own readers, built as the page builds them: twice the text must take about twice the time, whatever stands in it. */
import { expect, test } from "@playwright/test";
import { buildHarness } from "./build-harness.ts";
import type { GrowthApi } from "./growth.ts";
import { serveFolder } from "./serve.ts";

declare const growth: GrowthApi;

const IS_FULL = process.env["HOSTILE_FULL"] === "1";
/** Every so manieth shape, from one on: in the long run another one each time. HOSTILE_STEP=1 takes all, which takes hours. */
const STEP = Number(process.env["HOSTILE_STEP"] ?? (IS_FULL ? 41 : 487));
const FIRST = IS_FULL ? Number(process.env["HOSTILE_SEED"] ?? Date.now()) % STEP : 0;

test("no reader of the page grows faster than its input", async ({ browser }) => {
  test.setTimeout(STEP < 41 ? 36_000_000 : 1_800_000);
  const site = await serveFolder(buildHarness());
  const page = await browser.newPage();
  await page.goto(`${site.url}growth.html`);
  const { readers, controls } = await page.evaluate(() => ({ readers: growth.readers, controls: growth.controls }));
  const growing = (name: string, step: number) =>
    page.evaluate(([name, step, first]) => growth.growing(name, step, first), [name, step, FIRST] as const);
  for (const name of process.env["HOSTILE_READER"] ? [] : controls)
    await test.step(name, async () => expect.soft((await growing(name, 41)).length, name).toBeGreaterThan(0));
  for (const name of readers.filter((reader) => reader === (process.env["HOSTILE_READER"] ?? reader)))
    await test.step(name, async () =>
      expect.soft(await growing(name, STEP), `${name}, every ${STEP}th shape from ${FIRST} on`).toEqual([]),
    );
  await page.close();
  await site.close();
});

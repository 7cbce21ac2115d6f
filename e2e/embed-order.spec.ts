/** In which order the embeds of one page come alive: what the reader sees first, and none kept waiting by a silent one. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { workflow } from "./playground-page.ts";
import { expect, test } from "./test.ts";

const BLOCK = `<pre><code>${workflow(`  token.companyName = "Acme";`).replaceAll("<", "&lt;")}</code></pre>`;

/** How long a silent one may hold up the others: start-order.ts. */
const ABANDON_AFTER_MS = 1_500;

/** Ten embeds, two of them in a window of 900 px, and what the page learns of them. */
const docsPage = (site: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Docs</title>
<style>body { max-width: 960px; margin: auto } h2 { margin: 0; padding: 30px 0 }</style>
<script src="${site}embed.js"></script>
<script>
  window.events = [];
  window.shift = 0;
  const note = (what, { id }) => events.push({ what, id, atMs: performance.now() });
  addEventListener("kinde-workflow:result", ({ target }) => note("result", target));
  const frames = new MutationObserver((records) => {
    for (const { target, addedNodes } of records)
      if ([...addedNodes].some(({ nodeName }) => nodeName === "IFRAME")) {
        note("start", target.getRootNode().host);
        dispatchEvent(new Event("embed-start"));
      }
  });
  new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes)
        if (node.nodeName === "KINDE-WORKFLOW") frames.observe(node.shadowRoot, { childList: true, subtree: true });
  }).observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
</script></head><body>
${Array.from({ length: 10 }, (_, index) => `<h2 id="step-${index}">Step</h2><kinde-workflow id="e${index}" height="340">${BLOCK}</kinde-workflow>`).join("\n")}
</body></html>`;

type Noted = { readonly what: "start" | "result"; readonly id: string; readonly atMs: number };

const noted = (page: Page): Promise<readonly Noted[]> =>
  page.evaluate(() => (window as unknown as { events: Noted[] }).events);
const idsOf = (events: readonly Noted[], what: Noted["what"]) =>
  events.filter((event) => event.what === what).map(({ id }) => id);

let server: Server;
let docs: string;

test.beforeAll(async ({ baseURL }) => {
  server = createServer((_, response) => {
    response.setHeader("content-type", "text/html").end(docsPage(baseURL ?? ""));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  docs = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

test.afterAll(() => server.close());

/** The first embed's document never comes. */
async function silenceFirst(page: Page): Promise<void> {
  await page.route("**/embed.html*", () => undefined, { times: 1 });
}

test("a page opened in its middle starts what is in view from the top, one after the other, then what is near", async ({
  page,
}) => {
  await page.goto(`${docs}#step-4`);
  await expect.poll(async () => idsOf(await noted(page), "result").length).toBeGreaterThanOrEqual(5);
  const events = await noted(page);
  expect(idsOf(events, "start").slice(0, 2)).toEqual(["e4", "e5"]);
  expect(new Set(idsOf(events, "start").slice(2, 4))).toEqual(new Set(["e3", "e6"]));
  const open = new Map<string, number>();
  for (const { what, id, atMs } of events) {
    if (what === "result") {
      open.delete(id);
      continue;
    }
    for (const [other, startMs] of open)
      expect(atMs - startMs, `${id} beside ${other}`).toBeGreaterThan(ABANDON_AFTER_MS - 50);
    open.set(id, atMs);
  }
  expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBeLessThan(0.001);
});

test("one that never answers keeps the others waiting for a moment only", async ({ page }) => {
  await silenceFirst(page);
  await page.goto(docs, { waitUntil: "domcontentloaded" });
  await expect.poll(async () => idsOf(await noted(page), "result")).toContain("e1");
  const events = await noted(page);
  const [first, second] = events.filter(({ what }) => what === "start");
  expect([first?.id, second?.id]).toEqual(["e0", "e1"]);
  expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThan(ABANDON_AFTER_MS - 50);
  await expect(page.locator("#e0").getByText("companyName")).toBeVisible();
});

test("what the reader scrolls to starts before what has waited longer", async ({ page }) => {
  await silenceFirst(page);
  await page.addInitScript(() => {
    addEventListener("embed-start", () => document.querySelector("#step-7")?.scrollIntoView(), { once: true });
  });
  await page.goto(docs, { waitUntil: "domcontentloaded" });
  await expect.poll(async () => idsOf(await noted(page), "result")).toContain("e7");
  const events = await noted(page);
  expect(idsOf(events, "start").slice(0, 2)).toEqual(["e0", "e7"]);
  const [first, second] = events;
  expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeLessThan(ABANDON_AFTER_MS);
});

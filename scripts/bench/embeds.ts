/** What 0, 1, 3 and 10 embeds on one page of documentation cost in memory, and how soon each of them answers. */
import type { Browser, Page } from "@playwright/test";
import { interleaved } from "./interleaved.ts";
import { collectGarbage, type Memory, memoryOf } from "./memory.ts";
import { project } from "./projects.ts";
import type { Measured, Setting } from "./section.ts";
import type { Server } from "./server.ts";
import { type Figure, round, spread } from "./statistics.ts";

type Start = { readonly sincePageMs: number; readonly sinceFrameMs: number };
type Weight = { readonly uncollected: Memory | null; readonly memory: Memory | null; readonly heaps: number };
type Visit = { readonly starts: readonly Start[]; readonly brotli: number | null } & Partial<Weight>;
type CountFigures = Readonly<
  Record<
    | "firstSincePageMs"
    | "firstSinceFrameMs"
    | "laterSinceFrameMs"
    | "eachMb"
    | "eachRendererMb"
    | "eachUncollectedMb"
    | "heaps",
    Figure
  >
> & { readonly visits: number };
export type EmbedFigures = { readonly [count: number]: CountFigures; readonly brotli: Figure };

const COUNTS = [0, 1, 3, 10];
const BLOCKS = 10;
/** Until the last embed's frame is drawn, and until the browser has given back what only starting took. */
const DRAW_MS = 500;
const SETTLE_MS = 8_000;
const SOURCE = (project({ claims: 3, calls: 0 }).files[0]?.text ?? "").replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** The same page each time: ten code blocks with words between, of which the first `count` are embeds (docs/embedding.md). */
function docsPage(count: number): string {
  const block = `<pre><code>${SOURCE}</code></pre>`;
  const parts = Array.from({ length: BLOCKS }, (_, index) => {
    const example = index < count ? `<kinde-workflow title="Step ${index + 1}">${block}</kinde-workflow>` : block;
    return `<h2>Step ${index + 1}</h2><p>What this step is for, and what it does to the token.</p>${example}`;
  });
  const script = count > 0 ? '<script src="/page/embed.js"></script>' : "";
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Docs</title>${script}</head>
<body style="max-width: 960px; margin: auto">${parts.join("\n")}</body></html>`;
}

export const DOCS = Object.fromEntries(COUNTS.map((count) => [`embeds-${count}.html`, docsPage(count)]));

/** Runs in the page of documentation. */
function noteResults(): void {
  if (window !== window.top) return;
  addEventListener("kinde-workflow:result", ({ target }) => {
    if (target instanceof HTMLElement) target.dataset["answered"] = "";
  });
}

/** One visit in a browser of its own: scrolls from embed to embed and waits for each. */
async function visitDocs(launch: Setting["launch"], server: Server, count: number, isWeighed: boolean): Promise<Visit> {
  const browser = await launch();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.addInitScript(noteResults);
    const page = await context.newPage();
    await page.waitForTimeout(1_000);
    server.reset();
    await page.goto(`${server.url}/docs/embeds-${count}.html`);
    for (let index = 0; index < count; index += 1) {
      const embed = page.locator("kinde-workflow").nth(index);
      await embed.scrollIntoViewIfNeeded();
      await page.waitForFunction(
        (at) => document.querySelectorAll<HTMLElement>("kinde-workflow")[at]?.dataset["answered"] !== undefined,
        index,
      );
    }
    await page.waitForTimeout(DRAW_MS);
    const openedAtMs = await page.evaluate(() => performance.timeOrigin);
    const starts: Start[] = [];
    for (const frame of page.frames().slice(1)) {
      const { originMs, resultMs } = await frame.evaluate(() => ({
        originMs: performance.timeOrigin,
        resultMs: performance.getEntriesByName("first-result")[0]?.startTime ?? 0,
      }));
      starts.push({ sincePageMs: originMs + resultMs - openedAtMs, sinceFrameMs: resultMs });
    }
    if (starts.length !== count) throw new Error(`${starts.length} of ${count} embeds have come alive.`);
    const [first] = starts;
    const isOfEmbed = (path: string) => path.startsWith("/page/") && path !== "/page/embed.js";
    const brotli = count === 1 && first ? server.brotliUntil(openedAtMs + first.sincePageMs, isOfEmbed) : null;
    return { starts, brotli, ...(isWeighed ? await weigh(browser, page) : {}) };
  } finally {
    await browser.close();
  }
}

async function weigh(browser: Browser, page: Page): Promise<Weight> {
  await page.waitForTimeout(SETTLE_MS);
  const uncollected = await memoryOf(browser);
  const heaps = await collectGarbage(page);
  await page.waitForTimeout(1_000);
  return { uncollected, heaps, memory: await memoryOf(browser) };
}

export async function measureEmbeds({ launch, server, isQuick }: Setting): Promise<Measured<EmbedFigures>> {
  // Memory hardly varies; starts do.
  const rounds = isQuick ? { weighed: 1, started: 0 } : { weighed: 2, started: 3 };
  const weighed = await interleaved(COUNTS, rounds.weighed, (count) => visitDocs(launch, server, count, true));
  const started = await interleaved(COUNTS.slice(1), rounds.started, (count) =>
    visitDocs(launch, server, count, false),
  );
  const visitsOf = (count: number) => [...(weighed.get(count) ?? []), ...(started.get(count) ?? [])];
  type Read = (visit: Visit) => number | null | undefined;
  const median = (count: number, read: Read) =>
    spread(
      visitsOf(count)
        .map(read)
        .filter((value) => typeof value === "number"),
    ).median;
  const each = (count: number, read: Read) => {
    const [whole, none] = [median(count, read), median(0, read)];
    return whole === null || none === null ? null : round((whole - none) / count / 1_000_000);
  };
  const byCount: Record<number, CountFigures> = {};
  for (const count of COUNTS.slice(1)) {
    const later = visitsOf(count).flatMap(({ starts }) => starts.slice(1).map(({ sinceFrameMs }) => sinceFrameMs));
    byCount[count] = {
      firstSincePageMs: median(count, ({ starts }) => starts[0]?.sincePageMs),
      firstSinceFrameMs: median(count, ({ starts }) => starts[0]?.sinceFrameMs),
      laterSinceFrameMs: spread(later).median,
      eachMb: each(count, ({ memory }) => memory?.all),
      eachRendererMb: each(count, ({ memory }) => memory?.renderers),
      eachUncollectedMb: each(count, ({ uncollected }) => uncollected?.all),
      heaps: median(count, ({ heaps }) => heaps),
      visits: visitsOf(count).length,
    };
  }
  const figures = { ...byCount, brotli: median(1, ({ brotli }) => brotli) };
  const head = [
    "embeds on the page",
    "page opened → first embed painted, ms",
    "its frame opened → painted, ms",
    "the others', ms",
    "MB each",
    "of which renderers",
    "before a collection",
    "heaps collected",
    "visits",
  ];
  const rows = COUNTS.slice(1).map((count) => [count, ...Object.values(byCount[count] ?? {})]);
  return { tables: [{ title: "Embeds", head, rows }], figures };
}

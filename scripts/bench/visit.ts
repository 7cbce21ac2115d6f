/** One cold visit: when the first result, the editor and the first diagnostics are there, and how many bytes it took. */
import type { Browser } from "@playwright/test";
import { installProbe } from "./probe.ts";
import type { Size } from "./projects.ts";
import type { Server } from "./server.ts";
import type { Subject } from "./subjects.ts";

/** Since the navigation began, in milliseconds. */
type Times = { result?: number; ready?: number; diagnosed?: number; isComplete?: boolean };

declare global {
  interface Window {
    visit?: Times;
  }
}

export type Visit = {
  readonly resultMs: number;
  readonly readyMs: number;
  readonly diagnosedMs: number | null;
  readonly resultBytes: number;
  readonly resultBrotli: number;
  readonly readyBytes: number;
  readonly diagnosedBytes: number | null;
  readonly files: readonly string[];
};

const LONGEST_VISIT_MS = 60_000;

/** Notes the times in the page, from its start, without asking it from outside while it loads. */
function noteTimes({ output, ready, resultMark, readyMark, diagnosis }: Omit<Subject, "prepare">): void {
  if (window !== window.top) return;
  const times: Times = {};
  window.visit = times;
  const marked = (name: string) => performance.getEntriesByName(name)[0]?.startTime;
  const seen = (selector: string) => document.querySelector(selector) !== null && performance.now();
  type Condition = readonly [name: "result" | "ready" | "diagnosed", met: () => number | false | undefined];
  const conditions: readonly Condition[] = [
    ["result", () => (resultMark ? marked(resultMark) : window.bench.has(output, '"x"') && performance.now())],
    ["ready", () => (readyMark ? marked(readyMark) : seen(ready ?? "body"))],
    ...(diagnosis ? [["diagnosed", () => seen(diagnosis)] as const] : []),
  ];
  const look = () => {
    if (document.body) {
      for (const [name, met] of conditions) {
        const at = times[name] === undefined && met();
        if (at) times[name] = at;
      }
    }
    times.isComplete = conditions.every(([name]) => times[name] !== undefined);
    if (!times.isComplete) setTimeout(look, 4);
  };
  look();
}

/**
 * @param speed in Mbps, null for as fast as the machine is.
 * @returns times in milliseconds since the navigation began, and bytes fetched until then.
 */
export async function visit(
  browser: Browser,
  server: Server,
  subject: Subject,
  speed: number | null,
  wanted?: Size,
): Promise<Visit> {
  const { prepare, ...rest } = subject;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    await context.addInitScript(installProbe);
    await prepare?.(context, wanted);
    await context.addInitScript(noteTimes, rest);
    const page = await context.newPage();
    server.reset();
    server.setSpeed(speed, 40);
    await page.goto(server.url + subject.path, { waitUntil: "commit" });
    await page.waitForFunction(() => window.visit?.isComplete, null, { timeout: LONGEST_VISIT_MS, polling: 100 });
    const { times, originMs } = await page.evaluate(() => ({
      times: window.visit ?? {},
      originMs: performance.timeOrigin,
    }));
    const bytes = (time: number) => server.bytesUntil(originMs + time);
    const { result = 0, ready = 0, diagnosed } = times;
    return {
      resultMs: result,
      readyMs: ready,
      diagnosedMs: diagnosed ?? null,
      resultBytes: bytes(result),
      resultBrotli: server.brotliUntil(originMs + result),
      readyBytes: bytes(ready),
      diagnosedBytes: diagnosed === undefined ? null : bytes(diagnosed),
      files: server.filesUntil(originMs + result),
    };
  } finally {
    server.setSpeed(null);
    await context.close();
  }
}

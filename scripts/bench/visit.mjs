/** One cold visit: when the first result, the editor and the first diagnostics are there, and how many bytes it took. */
import { installProbe } from "./probe.mjs";

const LONGEST_VISIT_MS = 60_000;

/** Notes the times in the page, from its start, without asking it from outside while it loads. */
function noteTimes({ output, ready, resultMark, readyMark, diagnosis }) {
  if (window !== window.top) return;
  const times = {};
  window.visit = times;
  const marked = (name) => performance.getEntriesByName(name)[0]?.startTime;
  const conditions = {
    result: () => (resultMark ? marked(resultMark) : window.bench.has(output, '"x"') && performance.now()),
    ready: () => (readyMark ? marked(readyMark) : document.querySelector(ready) !== null && performance.now()),
    ...(diagnosis ? { diagnosed: () => document.querySelector(diagnosis) !== null && performance.now() } : {}),
  };
  const look = () => {
    if (document.body) {
      for (const [name, met] of Object.entries(conditions)) {
        const at = times[name] === undefined && met();
        if (at) times[name] = at;
      }
    }
    times.isComplete = Object.keys(conditions).every((name) => times[name] !== undefined);
    if (!times.isComplete) setTimeout(look, 4);
  };
  look();
}

/**
 * @param speed in Mbps, null for as fast as the machine is.
 * @returns times in milliseconds since the navigation began, and bytes fetched until then.
 */
export async function visit(browser, server, subject, speed, wanted) {
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
    const { times, originMs } = await page.evaluate(() => ({ times: window.visit, originMs: performance.timeOrigin }));
    const bytes = (time) => (time === undefined ? null : server.bytesUntil(originMs + time));
    const { result, ready, diagnosed } = times;
    return {
      resultMs: result,
      readyMs: ready,
      diagnosedMs: diagnosed ?? null,
      resultBytes: bytes(result),
      resultBrotli: server.brotliUntil(originMs + result),
      readyBytes: bytes(ready),
      diagnosedBytes: bytes(diagnosed),
      files: server.filesUntil(originMs + result),
    };
  } finally {
    server.setSpeed(null);
    await context.close();
  }
}

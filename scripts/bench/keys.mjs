/** One warm page and a stretch of typing in it. */
import { placeCursor, typeAndMeasure } from "./edit.mjs";
import { installProbe } from "./probe.mjs";

/** Opens a subject and waits until its editor and its first result are there. */
export async function openWarm(browser, server, subject, wanted) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript(installProbe);
  await subject.prepare?.(context, wanted);
  const page = await context.newPage();
  await page.goto(server.url + subject.path);
  await page.waitForFunction(
    ([output, readyMark]) =>
      window.bench.has(output, '"x"') && (!readyMark || performance.getEntriesByName(readyMark).length > 0),
    [subject.output, subject.readyMark],
    { timeout: 60_000, polling: 100 },
  );
  await placeCursor(page, subject);
  return { page, close: () => context.close() };
}

/** @returns samples of each key in milliseconds, and the longest stretch for which the page was blocked. */
export async function keys(browser, server, subject, { count, wanted }) {
  const { page, close } = await openWarm(browser, server, subject, wanted);
  try {
    return await typeAndMeasure(page, { output: subject.output, count });
  } finally {
    await close();
  }
}

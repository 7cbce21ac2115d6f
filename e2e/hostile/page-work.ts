/** What a page's own thread works, in processor time: on a machine that does much else, the time on a clock says nothing. */
import type { Browser, Page } from "@playwright/test";

type PageWork = {
  /** The longest tasks first, in milliseconds of the processor. */
  readonly tasks: readonly number[];
  readonly totalMs: number;
};

type TraceEvent = {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Of the thread, in microseconds. */
  readonly tdur?: number;
};

const TASK = "ThreadControllerImpl::RunTask";
const MARK = "page-work-ends";

/** Chromium only, one at a time in a browser. `act` must leave the page open. */
export async function workOf(browser: Browser, page: Page, act: () => Promise<unknown>): Promise<PageWork> {
  await browser.startTracing(page, { categories: ["toplevel", "blink.user_timing"] });
  let trace: Buffer;
  try {
    await act();
    await page.evaluate((mark) => performance.mark(mark), MARK);
  } finally {
    trace = await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(trace.toString()) as { readonly traceEvents: readonly TraceEvent[] };
  const end = traceEvents.find(({ name }) => name === MARK);
  if (end === undefined) throw new Error("The trace holds no mark of the page.");
  const tasks = traceEvents
    .filter(({ name, pid, tid }) => name === TASK && pid === end.pid && tid === end.tid)
    .map(({ tdur = 0 }) => tdur / 1_000)
    .sort((one, other) => other - one);
  return { tasks, totalMs: tasks.reduce((sum, ms) => sum + ms, 0) };
}

/** A task that takes too long does so each time; one beside which the machine did much else does not. @param act can be done again. */
export async function leastWorkOf(
  browser: Browser,
  page: Page,
  mostMs: number,
  act: () => Promise<unknown>,
): Promise<PageWork> {
  let work = await workOf(browser, page, act);
  for (let again = 0; again < 2 && longest(work) >= mostMs; again++) {
    const other = await workOf(browser, page, act);
    if (longest(other) < longest(work)) work = other;
  }
  return work;
}

/** In words, for a failed expectation. */
export function longest({ tasks }: PageWork): number {
  return Math.round(tasks[0] ?? 0);
}

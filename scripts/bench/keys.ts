/** Key → painted: a warm page, a stretch of typing in it, and what tables say of that. */
import type { Browser, Page } from "@playwright/test";
import { placeCursor, type Typed, typeAndMeasure } from "./edit.ts";
import { interleaved } from "./interleaved.ts";
import { installProbe } from "./probe.ts";
import type { Size } from "./projects.ts";
import type { Measured, Setting } from "./section.ts";
import type { Server } from "./server.ts";
import { type Figure, type Row, round, spread } from "./statistics.ts";
import { LIMIT, PEERS, PLAYGROUND, type Subject } from "./subjects.ts";

export type KeyFigures = Readonly<
  Record<"posted" | "result" | "shown" | "painted" | "paintedP95" | "longestTask" | "longestFrame", Figure>
> & { readonly keys: number; readonly roundsP95: readonly Figure[] };

/** Opens a subject and waits until its editor and its first result are there. */
export async function openWarm(
  browser: Browser,
  server: Server,
  subject: Subject,
  wanted?: Size,
): Promise<{ readonly page: Page; readonly close: () => Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript(installProbe);
  await subject.prepare?.(context, wanted);
  const page = await context.newPage();
  await page.goto(server.url + subject.path);
  await page.waitForFunction(
    ([output, readyMark]) =>
      window.bench.has(output, '"x"') && (!readyMark || performance.getEntriesByName(readyMark).length > 0),
    [subject.output, subject.readyMark] as const,
    { timeout: 60_000, polling: 100 },
  );
  await placeCursor(page, subject);
  return { page, close: () => context.close() };
}

/** @returns what `typeAndMeasure` does. */
export async function keys(
  browser: Browser,
  server: Server,
  subject: Subject,
  { count, wanted }: { readonly count: number; readonly wanted?: Size },
): Promise<Typed> {
  const { page, close } = await openWarm(browser, server, subject, wanted);
  try {
    return await typeAndMeasure(page, { output: subject.output, count });
  } finally {
    await close();
  }
}

export const KEY_HEAD = [
  "",
  "key → posted",
  "→ result",
  "→ in the document",
  "→ painted",
  "painted p95",
  "longest task",
  "longest frame",
  "keys",
];

/** Of all rounds of one subject, in milliseconds; `roundsP95` of each alone, because one busy moment of the machine decides the p95 of all. */
export function keyFigures(runs: readonly Typed[]): KeyFigures {
  const samples = runs.flatMap((run) => run.samples);
  const of = (what: "posted" | "answered" | "shown" | "painted") =>
    spread(samples.map((sample) => sample[what]).filter((value) => value !== null));
  const most = (what: "task" | "frame") =>
    runs.length === 0 ? null : round(Math.max(...runs.map(({ longest }) => longest[what])));
  return {
    posted: of("posted").median,
    result: of("answered").median,
    shown: of("shown").median,
    painted: of("painted").median,
    paintedP95: of("painted").p95,
    longestTask: most("task"),
    longestFrame: most("frame"),
    keys: samples.length,
    roundsP95: runs.map((run) => spread(run.samples.map(({ painted }) => painted)).p95),
  };
}

export const keyRow = (name: string, { roundsP95: _, ...figures }: KeyFigures): Row => [
  name,
  ...Object.values(figures),
];

/** The page and its peers under the same edit. */
export async function measureKeys({
  launch,
  server,
  isQuick,
}: Setting): Promise<Measured<Readonly<Record<string, KeyFigures>>>> {
  const browser = await launch();
  const subjects = [PLAYGROUND, ...PEERS, LIMIT];
  const found = await interleaved(subjects, isQuick ? 2 : 5, (subject) =>
    keys(browser, server, subject, { count: isQuick ? 24 : 40 }),
  );
  const figures = Object.fromEntries(subjects.map((subject) => [subject.name, keyFigures(found.get(subject) ?? [])]));
  const rows = Object.entries(figures).map(([name, of]) => keyRow(name, of));
  return { tables: [{ title: "Key → painted, ms", head: KEY_HEAD, rows }], figures };
}

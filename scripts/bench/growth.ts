/** Key → painted as the work grows: each size alone, then what the targets name together. */
import { interleaved } from "./interleaved.ts";
import { KEY_HEAD, type KeyFigures, keyFigures, keyRow, keys } from "./keys.ts";
import type { Size } from "./projects.ts";
import type { Measured, Setting } from "./section.ts";
import { PLAYGROUND } from "./subjects.ts";

const ALONE: readonly Size[] = [
  {},
  { lines: 400 },
  { lines: 4_000 },
  { claims: 100 },
  { claims: 1_000 },
  { tokenBytes: 10_000 },
  { tokenBytes: 100_000 },
  { calls: 10 },
  { calls: 100 },
];
export const LARGE: Size = { lines: 400, claims: 100 };
export const LARGEST: Size = { lines: 4_000, claims: 1_000, tokenBytes: 100_000 };

export const nameOf = ({ lines = 40, claims = 10, tokenBytes = 1_000, calls = 1 }: Size) =>
  `${lines} lines, ${claims} claims, ${tokenBytes / 1_000} KB token, ${calls} ${calls === 1 ? "call" : "calls"}`;

export async function measureGrowth({
  launch,
  server,
  isQuick,
}: Setting): Promise<Measured<Readonly<Record<string, KeyFigures>>>> {
  const browser = await launch();
  const measure = (count: number) => (wanted: Size) => keys(browser, server, PLAYGROUND, { count, wanted });
  const found = new Map([
    ...(await interleaved(ALONE, 1, measure(isQuick ? 8 : 16))),
    ...(await interleaved([LARGE, LARGEST], isQuick ? 1 : 2, measure(isQuick ? 12 : 30))),
  ]);
  const figures: Record<string, KeyFigures> = {};
  for (const [wanted, runs] of found) figures[nameOf(wanted)] = keyFigures(runs);
  const rows = Object.entries(figures).map(([name, of]) => keyRow(name, of));
  return { tables: [{ title: "Growth: key → painted, ms", head: KEY_HEAD, rows }], figures };
}

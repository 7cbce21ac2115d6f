/** Cold visits of the page and its peers, at the speed of the machine and on slower lines. */
import { interleaved } from "./interleaved.ts";
import type { Measured, Setting } from "./section.ts";
import { type Figure, type Row, spread, type Table } from "./statistics.ts";
import { MISTAKE, PEERS, PLAYGROUND } from "./subjects.ts";
import { type Visit, visit } from "./visit.ts";

/** Speeds in Mbps, null for the machine's own. A slow line varies little: it gets fewer rounds. */
const LINES = [
  { mbps: null, name: "full speed", rounds: 4 },
  { mbps: 10, name: "10 Mbps", rounds: 3 },
  { mbps: 1.6, name: "1.6 Mbps", rounds: 2 },
];
type Counted = Exclude<keyof Visit, "files">;
export type VisitFigures = Readonly<Record<Counted, Figure>> & {
  readonly visits: number;
  readonly files: readonly string[];
};
/** By line, then by subject. */
type Figures = Readonly<Record<string, Readonly<Record<string, VisitFigures>>>>;

const TIMES = ["resultMs", "readyMs", "diagnosedMs"] as const;
const BYTES = ["resultBytes", "readyBytes", "diagnosedBytes"] as const;
const HEAD = [
  "",
  "first result ms",
  "editor ms",
  "diagnostics ms",
  "KB to result",
  "KB to editor",
  "KB to diagnostics",
];

export async function measureVisits({ launch, server, isQuick }: Setting): Promise<Measured<Figures>> {
  const browser = await launch();
  const subjects = [PLAYGROUND, ...PEERS];
  const tables: Table[] = [];
  const figures: Record<string, Record<string, VisitFigures>> = {};
  for (const { mbps, name, rounds } of LINES) {
    const found = await interleaved(subjects, isQuick ? 1 : rounds, (subject) =>
      visit(browser, server, subject, mbps, MISTAKE),
    );
    const rows: Row[] = [];
    const ofLine: Record<string, VisitFigures> = {};
    figures[name] = ofLine;
    for (const subject of subjects) {
      const visits = found.get(subject) ?? [];
      const median = (what: Counted) =>
        spread(visits.map((each) => each[what]).filter((value) => value !== null)).median;
      const all = [...TIMES, ...BYTES, "resultBrotli"] as const;
      const of = Object.fromEntries(all.map((what) => [what, median(what)])) as Record<Counted, Figure>;
      ofLine[subject.name] = { ...of, visits: visits.length, files: visits[0]?.files ?? [] };
      const kb = (bytes: Figure) => (bytes === null ? null : Math.round(bytes / 1_000));
      rows.push([subject.name, ...TIMES.map((what) => of[what]), ...BYTES.map((what) => kb(of[what]))]);
    }
    tables.push({ title: `Cold visit, ${name}`, head: HEAD, rows });
  }
  return { tables, figures };
}

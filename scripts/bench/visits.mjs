/** Cold visits of the page and its peers, at the speed of the machine and on slower lines. */
import { interleaved } from "./interleaved.mjs";
import { spread } from "./statistics.mjs";
import { MISTAKE, PEERS, PLAYGROUND } from "./subjects.mjs";
import { visit } from "./visit.mjs";

/** Speeds in Mbps, null for the machine's own. A slow line varies little: it gets fewer rounds. */
const LINES = [
  { mbps: null, name: "full speed", rounds: 4 },
  { mbps: 10, name: "10 Mbps", rounds: 3 },
  { mbps: 1.6, name: "1.6 Mbps", rounds: 2 },
];
const TIMES = ["resultMs", "readyMs", "diagnosedMs"];
const BYTES = ["resultBytes", "readyBytes", "diagnosedBytes"];
const HEAD = [
  "",
  "first result ms",
  "editor ms",
  "diagnostics ms",
  "KB to result",
  "KB to editor",
  "KB to diagnostics",
];

export async function measureVisits({ launch, server, isQuick }) {
  const browser = await launch();
  const subjects = [PLAYGROUND, ...PEERS];
  const tables = [];
  const figures = {};
  for (const { mbps, name, rounds } of LINES) {
    const found = await interleaved(subjects, isQuick ? 1 : rounds, (subject) =>
      visit(browser, server, subject, mbps, MISTAKE),
    );
    const rows = [];
    figures[name] = {};
    for (const subject of subjects) {
      const visits = found.get(subject);
      const median = (what) => spread(visits.map((each) => each[what]).filter((value) => value !== null)).median;
      const of = Object.fromEntries([...TIMES, ...BYTES, "resultBrotli"].map((what) => [what, median(what)]));
      figures[name][subject.name] = { ...of, visits: visits.length, files: visits[0]?.files };
      const kb = (bytes) => (bytes === null ? null : Math.round(bytes / 1_000));
      rows.push([subject.name, ...TIMES.map((what) => of[what]), ...BYTES.map((what) => kb(of[what]))]);
    }
    tables.push({ title: `Cold visit, ${name}`, head: HEAD, rows });
  }
  return { tables, figures };
}

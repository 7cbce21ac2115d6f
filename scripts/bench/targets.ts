/** The targets, each held against what was measured. */
import type { EmbedFigures } from "./embeds.ts";
import { LARGE, LARGEST, nameOf } from "./growth.ts";
import type { KeyFigures } from "./keys.ts";
import type { PipelineFigures } from "./pipeline.ts";
import type { Figure, Row, Table } from "./statistics.ts";
import { LIMIT, PEERS, PLAYGROUND } from "./subjects.ts";
import type { VisitFigures } from "./visits.ts";

/** What stands there only if its section was asked for and its subject could be measured. */
type Figures = {
  readonly keys: Readonly<Record<string, KeyFigures>>;
  readonly visits: Readonly<Record<string, Readonly<Record<string, VisitFigures>>>>;
  readonly pipeline: PipelineFigures;
  readonly growth: Readonly<Record<string, KeyFigures>>;
  readonly embeds: EmbedFigures;
};
type Target = {
  readonly target: string;
  readonly read: (figures: Figures) => readonly [said: string, one: Figure, other: Figure];
};

const [VUE_MONACO = "", VUE_CODEMIRROR = "", UNSANDBOXED = ""] = PEERS.map(({ name }) => name);
/** How much later the first of ten embeds may answer than a single one and still count as being as fast: two medians differ as much. */
const AS_FAST = 1.1;

class NotMeasured extends Error {}

function measured<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new NotMeasured();
  return value;
}

const ratio = (one: number, other: number) => Math.round((one / other) * 100) / 100;
const kb = (bytes: Figure) => Math.round(measured(bytes) / 100) / 10;

/** Each reads from the figures of its section what is said, and two numbers: reached where the first is not above the second. */
const TARGETS: readonly Target[] = [
  {
    target: "key → painted, p95 ≤ 33 ms",
    read({ keys }) {
      const { painted, paintedP95, roundsP95 } = measured(keys[PLAYGROUND.name]);
      const limit = measured(keys[LIMIT.name]);
      return [
        `p95 ${paintedP95} ms (of the rounds ${roundsP95.join(", ")}; median ${painted}; the limit of the machine ${limit.paintedP95}, ${limit.painted})`,
        paintedP95,
        33,
      ];
    },
  },
  {
    target: "key → painted not slower than the unsandboxed loop",
    read({ keys }) {
      const [ours, theirs] = [measured(keys[PLAYGROUND.name]), measured(keys[UNSANDBOXED])];
      return [
        `p95 ${ours.paintedP95} to ${theirs.paintedP95} ms (median ${ours.painted} to ${theirs.painted})`,
        ours.paintedP95,
        theirs.paintedP95,
      ];
    },
  },
  {
    target: "key → painted ≥ 6 times faster than @vue/repl",
    read({ keys }) {
      const ours = measured(keys[PLAYGROUND.name]);
      const peers = [measured(keys[VUE_MONACO]), measured(keys[VUE_CODEMIRROR])];
      const p95 = ratio(Math.min(...peers.map(({ paintedP95 }) => measured(paintedP95))), measured(ours.paintedP95));
      const median = ratio(Math.min(...peers.map(({ painted }) => measured(painted))), measured(ours.painted));
      return [`p95 ${p95} times (median ${median}) the faster of its two editors`, 6, p95];
    },
  },
  {
    target: "first result at 1.6 Mbps before half of @vue/repl Monaco's editor",
    read({ visits }) {
      const line = measured(visits["1.6 Mbps"]);
      const ours = measured(line[PLAYGROUND.name]?.resultMs);
      const theirs = measured(line[VUE_MONACO]?.readyMs);
      return [`${ours} to ${theirs} ms: ${ratio(ours, theirs)}`, ours, theirs / 2];
    },
  },
  {
    target: "brotli to the first result, page ≤ 350 KB",
    read({ visits }) {
      const { resultBrotli } = measured(visits["full speed"]?.[PLAYGROUND.name]);
      return [`${kb(resultBrotli)} KB`, resultBrotli, 350_000];
    },
  },
  {
    target: "brotli to the first result, embed ≤ 320 KB",
    read: ({ embeds }) => [`${kb(embeds.brotli)} KB`, embeds.brotli, 320_000],
  },
  {
    target: "whole pipeline ≥ 300 runs a second, warm",
    read({ pipeline: { tutorial } }) {
      const { inWorker, fromPage } = tutorial;
      return [`${inWorker.perSecond} in the worker, ${fromPage.perSecond} page → page`, 300, inWorker.perSecond];
    },
  },
  {
    target: "one run of a tutorial workflow in the worker ≤ 3 ms",
    read({ pipeline: { tutorial } }) {
      const { inWorker, atPace } = tutorial;
      return [`${inWorker.run.median} ms back to back, ${atPace.median} ms as keys come`, inWorker.run.median, 3];
    },
  },
  {
    target: "400 lines, 100 claims: key → painted, p95 ≤ 50 ms",
    read({ growth }) {
      const { painted, paintedP95 } = measured(growth[nameOf(LARGE)]);
      return [`p95 ${paintedP95} ms (median ${painted})`, paintedP95, 50];
    },
  },
  {
    target: "4,000 lines, 1,000 claims, 100 KB token: answers within 250 ms",
    read({ growth }) {
      const { painted, paintedP95 } = measured(growth[nameOf(LARGEST)]);
      return [`key → painted p95 ${paintedP95} ms (median ${painted})`, paintedP95, 250];
    },
  },
  {
    target: "the page never blocked over 50 ms there",
    read({ growth }) {
      const { longestTask, longestFrame } = measured(growth[nameOf(LARGEST)]);
      const said = (ms: Figure) => (ms === 0 ? "under 50 ms" : `${ms} ms`);
      return [`longest task ${said(longestTask)}, longest frame ${said(longestFrame)}`, longestTask, 50];
    },
  },
  {
    target: "ten embeds ≤ 30 MB each",
    read({ embeds }) {
      const ten = measured(embeds[10]);
      return [`${ten.eachMb} MB each (${ten.eachUncollectedMb} before a collection)`, ten.eachMb, 30];
    },
  },
  {
    target: "the first visible of ten embeds as fast as a single one",
    read({ embeds }) {
      const [alone, among] = [measured(embeds[1]?.firstSincePageMs), measured(embeds[10]?.firstSincePageMs)];
      return [`${among} to ${alone} ms: ${ratio(among, alone)}`, among, alone * AS_FAST];
    },
  },
];

/** @param figures of each section by its name. */
export function targetsTable(figures: Partial<Figures>): Table {
  const rows = TARGETS.map(({ target, read }): Row => {
    try {
      const [said, one, other] = read(figures as Figures);
      if (one !== null && other !== null) return [target, said, one <= other ? "yes" : "no"];
    } catch (error) {
      // Of a section that was not asked for, or a subject that could not be measured.
      if (!(error instanceof TypeError || error instanceof NotMeasured)) throw error;
    }
    return [target, "not measured", null];
  });
  return { title: "Reached, and not", head: ["target", "measured", "reached"], rows };
}

/** The reaches, each held against what was measured. */
import { LARGE, LARGEST, nameOf } from "./growth.mjs";
import { LIMIT, PEERS, PLAYGROUND } from "./subjects.mjs";

const [VUE_MONACO, VUE_CODEMIRROR, UNSANDBOXED] = PEERS.map(({ name }) => name);
/** How much later the first of ten embeds may answer than a single one and still count as being as fast: two medians differ as much. */
const AS_FAST = 1.1;

const ratio = (one, other) => Math.round((one / other) * 100) / 100;
const kb = (bytes) => Math.round(bytes / 100) / 10;

/** Each reads from the figures of its section what is said, and two numbers: reached where the first is not above the second. */
const REACHES = [
  {
    reach: "key → painted, p95 ≤ 33 ms",
    read({ keys }) {
      const { painted, paintedP95, roundsP95 } = keys[PLAYGROUND.name];
      const limit = keys[LIMIT.name];
      return [
        `p95 ${paintedP95} ms (of the rounds ${roundsP95.join(", ")}; median ${painted}; the limit of the machine ${limit.paintedP95}, ${limit.painted})`,
        paintedP95,
        33,
      ];
    },
  },
  {
    reach: "key → painted not slower than the unsandboxed loop",
    read({ keys }) {
      const [ours, theirs] = [keys[PLAYGROUND.name], keys[UNSANDBOXED]];
      return [
        `p95 ${ours.paintedP95} to ${theirs.paintedP95} ms (median ${ours.painted} to ${theirs.painted})`,
        ours.paintedP95,
        theirs.paintedP95,
      ];
    },
  },
  {
    reach: "key → painted ≥ 6 times faster than @vue/repl",
    read({ keys }) {
      const ours = keys[PLAYGROUND.name];
      const peers = [keys[VUE_MONACO], keys[VUE_CODEMIRROR]];
      const p95 = ratio(Math.min(...peers.map(({ paintedP95 }) => paintedP95)), ours.paintedP95);
      const median = ratio(Math.min(...peers.map(({ painted }) => painted)), ours.painted);
      return [`p95 ${p95} times (median ${median}) the faster of its two editors`, 6, p95];
    },
  },
  {
    reach: "first result at 1.6 Mbps before half of @vue/repl Monaco's editor",
    read({ visits }) {
      const [ours, theirs] = [visits["1.6 Mbps"][PLAYGROUND.name].resultMs, visits["1.6 Mbps"][VUE_MONACO].readyMs];
      return [`${ours} to ${theirs} ms: ${ratio(ours, theirs)}`, ours, theirs / 2];
    },
  },
  {
    reach: "brotli to the first result, page ≤ 350 KB",
    read({ visits }) {
      const { resultBrotli } = visits["full speed"][PLAYGROUND.name];
      return [`${kb(resultBrotli)} KB`, resultBrotli, 350_000];
    },
  },
  {
    reach: "brotli to the first result, embed ≤ 320 KB",
    read: ({ embeds }) => [`${kb(embeds.brotli)} KB`, embeds.brotli, 320_000],
  },
  {
    reach: "whole pipeline ≥ 300 runs a second, warm",
    read({ pipeline: { tutorial } }) {
      const { inWorker, fromPage } = tutorial;
      return [`${inWorker.perSecond} in the worker, ${fromPage.perSecond} page → page`, 300, inWorker.perSecond];
    },
  },
  {
    reach: "one run of a tutorial workflow in the worker ≤ 3 ms",
    read({ pipeline: { tutorial } }) {
      const { inWorker, atPace } = tutorial;
      return [`${inWorker.run.median} ms back to back, ${atPace.median} ms as keys come`, inWorker.run.median, 3];
    },
  },
  {
    reach: "400 lines, 100 claims: key → painted, p95 ≤ 50 ms",
    read({ growth }) {
      const { painted, paintedP95 } = growth[nameOf(LARGE)];
      return [`p95 ${paintedP95} ms (median ${painted})`, paintedP95, 50];
    },
  },
  {
    reach: "4,000 lines, 1,000 claims, 100 KB token: answers within 250 ms",
    read({ growth }) {
      const { painted, paintedP95 } = growth[nameOf(LARGEST)];
      return [`key → painted p95 ${paintedP95} ms (median ${painted})`, paintedP95, 250];
    },
  },
  {
    reach: "the page never blocked over 50 ms there",
    read({ growth }) {
      const { longestTask, longestFrame } = growth[nameOf(LARGEST)];
      const said = (ms) => (ms === 0 ? "under 50 ms" : `${ms} ms`);
      return [`longest task ${said(longestTask)}, longest frame ${said(longestFrame)}`, longestTask, 50];
    },
  },
  {
    reach: "ten embeds ≤ 30 MB each",
    read({ embeds: { 10: ten } }) {
      return [`${ten.eachMb} MB each (${ten.eachUncollectedMb} before a collection)`, ten.eachMb, 30];
    },
  },
  {
    reach: "the first visible of ten embeds as fast as a single one",
    read({ embeds: { 1: one, 10: ten } }) {
      const [alone, among] = [one.firstSincePageMs, ten.firstSincePageMs];
      return [`${among} to ${alone} ms: ${ratio(among, alone)}`, among, alone * AS_FAST];
    },
  },
];

/** @param figures of each section by its name. */
export function reachesTable(figures) {
  const rows = REACHES.map(({ reach, read }) => {
    try {
      const [measured, one, other] = read(figures);
      if (Number.isFinite(one) && Number.isFinite(other)) return [reach, measured, one <= other ? "yes" : "no"];
    } catch (error) {
      // Of a section that was not asked for, or a subject that could not be measured.
      if (!(error instanceof TypeError)) throw error;
    }
    return [reach, "not measured", null];
  });
  return { title: "Reached, and not", head: ["reach", "measured", "reached"], rows };
}

/**
 * `npm run bench -- [--quick] [--no-build] [--only=keys,visits,growth,pipeline,hang]`: measures the built page against what people
 * would use instead, in one run on one machine. Writes bench-results/ and prints tables; take the ratios, not the times.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { chromium } from "@playwright/test";
import { hangs } from "./bench/hang.mjs";
import { keys } from "./bench/keys.mjs";
import { pipeline } from "./bench/pipeline.mjs";
import { serve } from "./bench/server.mjs";
import { round, spread, table } from "./bench/statistics.mjs";
import { LIMIT, MISTAKE, PEERS, PLAYGROUND } from "./bench/subjects.mjs";
import { visit } from "./bench/visit.mjs";
import { BROWSER_ARGUMENTS, findBrowser } from "./browser.mjs";

const PEERS_BUILT = ".cache/peers";
const args = process.argv.slice(2);
const isQuick = args.includes("--quick");
const only = args
  .find((arg) => arg.startsWith("--only="))
  ?.slice("--only=".length)
  .split(",");
const wants = (name) => only === undefined || only.includes(name);

const ROUNDS = isQuick ? 2 : 5;
const KEYS = isQuick ? 24 : 40;
const SPEEDS = isQuick ? [null, 1.6] : [null, 10, 1.6];
/** Each varied alone, then what the targets name together. */
const GROWTH = [
  {},
  { lines: 400 },
  { lines: 4_000 },
  { claims: 100 },
  { claims: 1_000 },
  { tokenBytes: 10_000 },
  { tokenBytes: 100_000 },
  { calls: 10 },
  { calls: 100 },
  { lines: 400, claims: 100 },
  { lines: 4_000, claims: 1_000, tokenBytes: 100_000 },
];

if (!args.includes("--no-build")) {
  const vite = (...more) =>
    execFileSync("npx", ["vite", "build", "--logLevel", "error", ...more], { stdio: "inherit" });
  vite();
  vite("-c", "scripts/bench/peers/vite.config.ts", "--outDir", `${process.cwd()}/${PEERS_BUILT}`, "--emptyOutDir");
}
if (!existsSync("dist/index.html") || !existsSync(PEERS_BUILT))
  throw new Error("Nothing is built yet: leave out --no-build.");

const server = await serve({ page: "dist", peers: PEERS_BUILT });
// Peers ask a CDN for types and shims: here nothing leaves the machine.
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: [...BROWSER_ARGUMENTS, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
});
const FILE = "bench-results/latest.json";
// With `--only` the other tables stay as they were.
const before = only !== undefined && existsSync(FILE) ? JSON.parse(readFileSync(FILE, "utf8")).tables : {};
const results = { at: new Date().toISOString(), browser: browser.version(), tables: before };

function report(title, head, rows) {
  // What else the machine did meanwhile: over one a core, times are too long.
  const load = `load ${loadavg()[0].toFixed(1)} on ${cpus().length} cores`;
  results.tables[title] = { load, head, rows };
  console.log(`\n### ${title}\n\n${load}\n\n${table(head, rows)}`);
}

/** Runs each subject once per round, so that a busy moment of the machine meets all of them. */
async function interleaved(subjects, rounds, measure) {
  const found = new Map(subjects.map((subject) => [subject, []]));
  for (let index = 0; index < rounds; index += 1) {
    for (const subject of subjects) {
      try {
        found.get(subject).push(await measure(subject));
      } catch (error) {
        console.warn(`${subject.name ?? JSON.stringify(subject)}: ${error.message.split("\n")[0]}`);
      }
    }
  }
  return found;
}

const KEY_HEAD = [
  "",
  "key → posted",
  "→ result",
  "→ in the document",
  "→ painted",
  "painted p95",
  "longest block",
  "keys",
];

function keyRow(name, runs) {
  const samples = runs.flatMap((run) => run.samples);
  const of = (what) => spread(samples.map((sample) => sample[what]).filter((value) => value !== null));
  const painted = of("painted");
  return [
    name,
    of("posted").median,
    of("answered").median,
    of("shown").median,
    painted.median,
    painted.p95,
    round(Math.max(0, ...runs.map((run) => run.longestBlockMs))),
    painted.count,
  ];
}

try {
  if (wants("keys")) {
    const subjects = [PLAYGROUND, ...PEERS, LIMIT];
    const found = await interleaved(subjects, ROUNDS, (subject) => keys(browser, server, subject, { count: KEYS }));
    report(
      "Key → painted, ms",
      KEY_HEAD,
      subjects.map((subject) => keyRow(subject.name, found.get(subject))),
    );
  }
  if (wants("visits")) {
    const subjects = [PLAYGROUND, ...PEERS];
    for (const speed of SPEEDS) {
      const found = await interleaved(subjects, ROUNDS, (subject) => visit(browser, server, subject, speed, MISTAKE));
      const of = (subject, what) =>
        spread(
          found
            .get(subject)
            .map((each) => each[what])
            .filter((value) => value !== null),
        ).median;
      const kb = (bytes) => (bytes === null ? null : Math.round(bytes / 1_000));
      report(
        `Cold visit, ${speed === null ? "full speed" : `${speed} Mbps`}`,
        ["", "first result ms", "editor ms", "diagnostics ms", "KB to result", "KB to editor", "KB to diagnostics"],
        subjects.map((subject) => [
          subject.name,
          ...["resultMs", "readyMs", "diagnosedMs"].map((what) => of(subject, what)),
          ...["resultBytes", "readyBytes", "diagnosedBytes"].map((what) => kb(of(subject, what))),
        ]),
      );
      if (speed === null) results.firstResultFiles = found.get(PLAYGROUND)[0]?.files;
    }
  }
  if (wants("pipeline")) report("Pipeline", ...(await pipeline(browser, server, isQuick ? 2 : 6)));
  if (wants("hang")) report("Recovery after a hang, ms", ...(await hangs(browser, server, isQuick ? 1 : 5)));
  if (wants("growth")) {
    const found = await interleaved(GROWTH, isQuick ? 1 : 2, (wanted) =>
      keys(browser, server, PLAYGROUND, { count: isQuick ? 12 : 24, wanted }),
    );
    const name = ({ lines = 40, claims = 10, tokenBytes = 1_000, calls = 1 }) =>
      `${lines} lines, ${claims} claims, ${tokenBytes / 1_000} KB token, ${calls} ${calls === 1 ? "call" : "calls"}`;
    report(
      "Growth: key → painted, ms",
      KEY_HEAD,
      GROWTH.map((wanted) => keyRow(name(wanted), found.get(wanted))),
    );
  }
} finally {
  await browser.close();
  await server.close();
  mkdirSync("bench-results", { recursive: true });
  writeFileSync(FILE, `${JSON.stringify(results, null, 2)}\n`);
}

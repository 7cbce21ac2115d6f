/**
 * `npm run bench -- [--quick] [--no-build] [--only=keys,visits,pipeline,hang,growth,embeds,scenarios]`: measures the built page against what
 * people would use instead, in one run on one machine. Writes bench-results/ and prints tables; take the ratios, not the times.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { type Browser, chromium } from "@playwright/test";
import { DOCS, measureEmbeds } from "./bench/embeds.ts";
import { measureGrowth } from "./bench/growth.ts";
import { measureHangs } from "./bench/hang.ts";
import { measureKeys } from "./bench/keys.ts";
import { measurePipeline } from "./bench/pipeline.ts";
import { targetsTable } from "./bench/targets.ts";
import type { Measured, Setting } from "./bench/section.ts";
import { measureScenarios } from "./bench/scenarios.ts";
import { serve } from "./bench/server.ts";
import { type Table, table } from "./bench/statistics.ts";
import { measureVisits } from "./bench/visits.ts";
import { BROWSER_ARGUMENTS, findBrowser } from "./browser.ts";

type Section = Measured<object> & {
  readonly at: string;
  readonly isQuick: boolean;
  readonly load: string;
  readonly seconds: number;
};
type Results = {
  readonly at: string;
  readonly isQuick: boolean;
  readonly sections: Record<string, Section>;
  browser?: string;
  targets?: Table;
};

type Measure = (setting: Setting) => Promise<Measured<object>>;

const SECTIONS: Readonly<Record<string, Measure>> = {
  keys: measureKeys,
  visits: measureVisits,
  pipeline: measurePipeline,
  hang: measureHangs,
  growth: measureGrowth,
  embeds: measureEmbeds,
  scenarios: measureScenarios,
};
const PEERS_BUILT = ".cache/peers";
const FILE = "bench-results/latest.json";

const args = process.argv.slice(2);
const isQuick = args.includes("--quick");
const only = args
  .find((arg) => arg.startsWith("--only="))
  ?.slice("--only=".length)
  .split(",");
const sections = Object.entries(SECTIONS).filter(([name]) => only?.includes(name) ?? true);
const unknown = only?.find((name) => !(name in SECTIONS));
if (unknown !== undefined) throw new Error(`--only knows no ${unknown}, only ${Object.keys(SECTIONS).join(", ")}.`);

if (!args.includes("--no-build")) {
  const vite = (...more: string[]) =>
    execFileSync("npx", ["vite", "build", "--logLevel", "error", ...more], { stdio: "inherit" });
  vite();
  vite("-c", "scripts/bench/peers/vite.config.ts", "--outDir", `${process.cwd()}/${PEERS_BUILT}`, "--emptyOutDir");
  // A build of the page leaves nothing of the command that was there.
  execFileSync("node", ["scripts/run.mjs", "scripts/build-cli.ts"], { stdio: "inherit" });
}
if (!existsSync("dist/index.html") || !existsSync(PEERS_BUILT))
  throw new Error("Nothing is built yet: leave out --no-build.");

const server = await serve({ page: "dist", peers: PEERS_BUILT, docs: DOCS });
let opened: Browser[] = [];
/** A browser of a section's own. Peers ask a CDN for types and shims: here nothing leaves the machine. */
async function launch(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: findBrowser("whole-chromium"),
    args: [...BROWSER_ARGUMENTS, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
  });
  opened.push(browser);
  results.browser = browser.version();
  return browser;
}

// With `--only` the other sections stay as they were.
const before: Partial<Results> = only !== undefined && existsSync(FILE) ? JSON.parse(readFileSync(FILE, "utf8")) : {};
const results: Results = { at: new Date().toISOString(), isQuick, sections: before.sections ?? {} };

function print(made: Table): void {
  console.log(`\n### ${made.title}\n\n${table(made)}`);
}

try {
  for (const [name, measure] of sections) {
    const beganMs = Date.now();
    let measured: Measured<object>;
    try {
      measured = await measure({ launch, server, isQuick });
    } catch (error) {
      // One that fails does not take the others' figures with it.
      console.error(`\n## ${name} failed\n\n${error instanceof Error ? error.stack : error}`);
      process.exitCode = 1;
      delete results.sections[name];
      continue;
    } finally {
      await Promise.all(opened.map((browser) => browser.close()));
      opened = [];
    }
    const { tables, figures } = measured;
    // What else the machine did meanwhile: over one a core, times are too long.
    const load = `load ${(loadavg()[0] ?? 0).toFixed(1)} on ${cpus().length} cores`;
    const seconds = Math.round((Date.now() - beganMs) / 1_000);
    results.sections[name] = { at: new Date().toISOString(), isQuick, load, seconds, tables, figures };
    console.log(`\n## ${name}: ${seconds} s, ${load}`);
    for (const made of tables) print(made);
  }
} finally {
  await server.close();
  results.targets = targetsTable(
    Object.fromEntries(Object.entries(results.sections).map(([name, { figures }]) => [name, figures])),
  );
  print(results.targets);
  mkdirSync("bench-results", { recursive: true });
  writeFileSync(FILE, `${JSON.stringify(results, null, 2)}\n`);
}

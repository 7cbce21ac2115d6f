/** The one test command: format, lint, types, unit tests, build with its size budget, the built workers and the page in real browsers. */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { type EngineName, findBrowser } from "./browser.ts";

type Ended = { readonly status: number; readonly output: string };
type Counts = { readonly passed: number; readonly failed: number; readonly isNotRun?: boolean };
type Step = () => Promise<Counts & { readonly output: string }>;
type Environment = Readonly<Record<string, string>>;

const REPORTS = "test-results";
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

/** Runs a command; gives its exit status and all it printed. */
function run(command: string, args: readonly string[], env: Environment = {}): Promise<Ended> {
  return new Promise((settle) => {
    const child = spawn(command, args, {
      env: { ...process.env, NO_COLOR: "1", ...env },
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output += chunk;
      });
    }
    child.on("close", (status) => settle({ status: status ?? 1, output }));
  });
}

const json = (name: string) => JSON.parse(readFileSync(`${REPORTS}/${name}.json`, "utf8"));

/** A step that either holds or does not. */
async function whole(args: readonly string[]): ReturnType<Step> {
  const { status, output } = await run("npm", ["run", "-s", ...args]);
  return { output, ...(status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }) };
}

async function counted(
  args: readonly string[],
  count: (output: string) => Counts,
  env?: Environment,
): ReturnType<Step> {
  const { status, output } = await run("npm", ["run", "-s", ...args], env);
  try {
    const counts = { output, ...count(output) };
    // A runner that failed without a failed test (it crashed, or found no test) is a failure all the same.
    if (counts.isNotRun) return counts;
    if ((status !== 0 && counts.failed === 0) || counts.passed + counts.failed === 0)
      return { ...counts, failed: counts.failed + 1 };
    return counts;
  } catch (error) {
    return { output: `${output}\nThe report could not be read: ${messageOf(error)}`, passed: 0, failed: 1 };
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

const lastLine = (output: string): Counts => {
  const match = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  if (match === undefined) throw new Error("there is no line “N passed, M failed”");
  return { passed: Number(match[1]), failed: Number(match[2]) };
};

/** An engine that cannot be had here is not run, and so neither passed nor failed. */
const engineLine = (output: string): Counts => ({
  ...lastLine(output),
  isNotRun: /(^| )not run: | is not run: /m.test(output),
});

const unitTests = () =>
  counted(["unit", "--", "--reporter=default", "--reporter=json", `--outputFile.json=${REPORTS}/unit.json`], () => {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = json("unit");
    return { passed: numPassedTests, failed: numFailedTests || numFailedTestSuites };
  });

const browserTests = () =>
  counted(
    ["e2e"],
    () => {
      const { stats } = json("e2e");
      // A test that holds only now and then does not hold.
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
    },
    { CHROMIUM_PATH: findBrowser(), PLAYWRIGHT_JSON_OUTPUT_FILE: resolve(REPORTS, "e2e.json") },
  );

const shipped = () => counted(["shipped", "--", "--engine=webkit,chromium,firefox", "--core=firefox,webkit"], lastLine);
const journeys = (engine: EngineName) => () => counted(["engines", "--", `--engine=${engine}`], engineLine);

/**
 * One stage after the other; within a stage its lanes side by side, each a step after the other. Two lanes keep two cores busy.
 * Conformance is part of what ships: everything recorded runs in Node from source and in the built workers, and both must agree.
 * The journeys of the engines are in Chromium what the browser tests do in more detail.
 */
type Lane = readonly (readonly [name: string, step: Step])[];
const STAGES: readonly (readonly Lane[])[] = [
  [
    [
      ["types", () => whole(["types"])],
      ["format", () => whole(["format:check"])],
      ["lint", () => whole(["lint"])],
    ],
    [["build and size budget", () => whole(["build"])]],
  ],
  [[["unit tests", unitTests]]],
  [
    [["what ships, in three engines", shipped]],
    [
      ["journeys in WebKit", journeys("webkit")],
      ["journeys in Firefox", journeys("firefox")],
    ],
  ],
  [[["browser", browserTests]]],
];

const total = { passed: 0, failed: 0 };

async function walk(lane: Lane): Promise<void> {
  for (const [name, step] of lane) {
    const startMs = performance.now();
    const counts = await step().catch((error: unknown) => ({ output: messageOf(error), passed: 0, failed: 1 }));
    total.passed += counts.passed;
    total.failed += counts.failed;
    const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
    console.log(`\n== ${name}\n${counts.output.trimEnd()}`);
    console.log(`== ${name}: ${counts.passed} passed, ${counts.failed} failed, ${seconds} s`);
  }
}

// An engine is installed before it is needed: two package managers cannot work side by side.
for (const engine of ["chromium", "firefox", "webkit"] as const) {
  try {
    findBrowser(engine);
  } catch (error) {
    console.log(messageOf(error));
  }
}
for (const lanes of STAGES) await Promise.all(lanes.map(walk));
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

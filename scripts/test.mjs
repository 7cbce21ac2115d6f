/** The one test command: format, lint, types, unit tests, build with its size budget, the built workers and the page in real browsers. */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { findBrowser } from "./browser.mjs";

const REPORTS = "test-results";
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

/** Runs a command, showing its output as it comes; gives its exit status and all it printed. */
function run(command, args, env = {}) {
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
        process.stdout.write(chunk);
      });
    }
    child.on("close", (status) => settle({ status: status ?? 1, output }));
  });
}

const json = (name) => JSON.parse(readFileSync(`${REPORTS}/${name}.json`, "utf8"));

/** A step that either holds or does not. */
async function whole(args, env) {
  const { status } = await run("npm", ["run", "-s", ...args], env);
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function counted(args, count, env) {
  const { status, output } = await run("npm", ["run", "-s", ...args], env);
  try {
    const counts = count(output);
    // A runner that failed without a failed test (it crashed, or found no test) is a failure all the same.
    if (counts.isNotRun) return counts;
    if ((status !== 0 && counts.failed === 0) || counts.passed + counts.failed === 0)
      return { ...counts, failed: counts.failed + 1 };
    return counts;
  } catch (error) {
    console.log(`The report could not be read: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
}

const lastLine = (output) => {
  const match = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  if (match === undefined) throw new Error("there is no line “N passed, M failed”");
  return { passed: Number(match[1]), failed: Number(match[2]) };
};

/** An engine that cannot be had here is not run, and so neither passed nor failed. */
const engineLine = (output) => ({ ...lastLine(output), isNotRun: / is not run: /.test(output) });

const STEPS = [
  ["format", () => whole(["format:check"])],
  ["lint", () => whole(["lint"])],
  ["types", () => whole(["types"])],
  [
    "unit tests",
    () =>
      counted(["unit", "--", "--reporter=default", "--reporter=json", `--outputFile.json=${REPORTS}/unit.json`], () => {
        const { numPassedTests, numFailedTests, numFailedTestSuites } = json("unit");
        return { passed: numPassedTests, failed: numFailedTests || (numPassedTests === 0 ? numFailedTestSuites : 0) };
      }),
  ],
  ["build and size budget", () => whole(["build"])],
  // Conformance among it: everything recorded runs in Node from source and in the built workers, and both must agree.
  ["what ships, in Chromium", () => counted(["shipped"], lastLine)],
  ["what ships, in Firefox", () => counted(["shipped", "--", "--engine=firefox", "--core"], engineLine)],
  ["what ships, in WebKit", () => counted(["shipped", "--", "--engine=webkit", "--core"], engineLine)],
  ["three engines", () => counted(["engines"], lastLine)],
  [
    "browser",
    () =>
      counted(
        ["e2e"],
        () => {
          const { stats } = json("e2e");
          // A test that holds only now and then does not hold.
          return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
        },
        { CHROMIUM_PATH: findBrowser(), PLAYWRIGHT_JSON_OUTPUT_FILE: resolve(REPORTS, "e2e.json") },
      ),
  ],
];

let passed = 0;
let failed = 0;
for (const [name, step] of STEPS) {
  console.log(`\n== ${name}`);
  const startMs = performance.now();
  const counts = await step().catch((error) => {
    console.log(error.message);
    return { passed: 0, failed: 1 };
  });
  passed += counts.passed;
  failed += counts.failed;
  console.log(
    `== ${name}: ${counts.passed} passed, ${counts.failed} failed, ${((performance.now() - startMs) / 1000).toFixed(1)} s`,
  );
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

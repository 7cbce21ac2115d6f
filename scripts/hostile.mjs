/** Everything about safety: all hostile cases in Node and in a browser, longer fuzzing, the negative controls, and the supply chain. */
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./browser.mjs";
import { hostileControls } from "./hostile-controls.mjs";
import { buildTwice } from "./reproducible.mjs";

const REPORTS = "test-results";
mkdirSync(REPORTS, { recursive: true });
const SEED = Number(process.env.HOSTILE_SEED ?? Date.now() % 1e9);
const CHROMIUM_PATH = findBrowser();

function run(program, args, env = {}, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env: { ...process.env, NO_COLOR: "1", CHECKS: "1", CHROMIUM_PATH, ...env },
      stdio: ["ignore", "inherit", "inherit"],
      shell: process.platform === "win32",
      ...options,
    });
    child.on("close", (status) => resolve(status ?? 1));
  });
}

const json = (path) => JSON.parse(readFileSync(path, "utf8"));

/** How many named cases each group has: SECURITY.md's counts come from here. */
function printGroups(groups) {
  const counts = new Map();
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  for (const [group, count] of counts) console.log(`   ${group}: ${count}`);
}

/** The innermost describe, or the file, of each of Playwright's specs. */
function groupsOfSpecs({ title, specs = [], suites = [] }) {
  return [...specs.map(() => title), ...suites.flatMap((suite) => groupsOfSpecs(suite))];
}

async function unit(name, files, env) {
  const report = join(REPORTS, `hostile-${name}.json`);
  rmSync(report, { force: true });
  const status = await run(
    "npx",
    ["vitest", "run", ...files, "--reporter=dot", "--reporter=json", `--outputFile.json=${report}`],
    env,
  );
  const { numPassedTests, numFailedTests, testResults } = json(report);
  printGroups(
    testResults.flatMap(({ assertionResults }) =>
      assertionResults.map(({ ancestorTitles, title }) => ancestorTitles[0] || title),
    ),
  );
  return { passed: numPassedTests, failed: numFailedTests || (status === 0 ? 0 : 1) };
}

async function browser(config, args, env) {
  const report = join(process.cwd(), REPORTS, "hostile-browser.json");
  rmSync(report, { force: true });
  await run("npx", ["playwright", "test", "-c", config, ...args], {
    HOSTILE_REPORT: report,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    ...env,
  });
  const { stats, suites } = json(report);
  printGroups(suites.flatMap((suite) => groupsOfSpecs(suite)));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

const holds = (isTrue) => (isTrue ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** The lockfile alone is enough, no package runs a script while it is installed, and every version is exact. */
async function install() {
  const { dependencies, devDependencies } = json("package.json");
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  );
  if (loose.length > 0) console.log(`Not an exact version: ${loose.map(([name]) => name).join(", ")}`);
  const folder = mkdtempSync(join(tmpdir(), "install-"));
  for (const file of ["package.json", "package-lock.json", ".npmrc"]) cpSync(file, join(folder, file));
  const status = await run("npm", ["ci", "--ignore-scripts", "--silent"], {}, { cwd: folder });
  rmSync(folder, { recursive: true, force: true });
  return holds(status === 0 && loose.length === 0);
}

function reproducible() {
  const { different, count, whole } = buildTwice();
  console.log(
    different.length === 0
      ? `${count} files, twice the same: sha256 ${whole}`
      : `These files differ: ${different.join(", ")}`,
  );
  return holds(different.length === 0);
}

const CASES = ["src/hostile/hostile-runs.check.ts", "src/hostile/hostile-inputs.test.ts"];
const STEPS = [
  ["cases in Node", () => unit("cases", CASES)],
  [
    "fuzzing",
    () =>
      unit("fuzz", ["src/hostile/fuzz.test.ts", "src/hostile/reader-growth.check.ts"], {
        HOSTILE_ROUNDS: "20000",
        HOSTILE_SEED: String(SEED),
      }),
  ],
  ["cases in the browser", () => browser("e2e/hostile/playwright.config.ts", [], { HOSTILE_FULL: "1" })],
  ["build", async () => holds((await run("npm", ["run", "-s", "build"])) === 0)],
  ["the page", () => browser("e2e/playwright.config.ts", ["hostile/page", "hostile/readers"], { HOSTILE_FULL: "1" })],
  ["embeds", () => browser("e2e/playwright.config.ts", ["hostile/embed"], { HOSTILE_FULL: "1" })],
  ["negative controls", () => hostileControls()],
  ["two builds", reproducible],
  ["npm ci --ignore-scripts", install],
];

let passed = 0;
let failed = 0;
for (const [name, step] of STEPS) {
  console.log(`\n== ${name}`);
  let counts;
  try {
    counts = await step();
  } catch (error) {
    console.log(error.message);
    counts = holds(false);
  }
  passed += counts.passed;
  failed += counts.failed;
  console.log(`== ${name}: ${counts.passed} passed, ${counts.failed} failed`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

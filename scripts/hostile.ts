/** Everything about safety: all hostile cases in Node and in a browser, longer fuzzing, the negative controls, and the supply chain. */
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { growthIn } from "../e2e/hostile/growth-in-engine.ts";
import { type EngineName, findBrowser } from "./browser.ts";
import { hostileControls } from "./hostile-controls.ts";
import { buildTwice } from "./reproducible.ts";

type Counts = { readonly passed: number; readonly failed: number };
type Environment = Readonly<Record<string, string>>;
/** What is read of the runners' reports. */
type Suite = { readonly title: string; readonly specs?: readonly unknown[]; readonly suites?: readonly Suite[] };
type Assertion = { readonly ancestorTitles: readonly string[]; readonly title: string };

const REPORTS = "test-results";
mkdirSync(REPORTS, { recursive: true });
const SEED = Number(process.env.HOSTILE_SEED ?? Date.now() % 1e9);
const CHROMIUM_PATH = findBrowser();

function run(
  program: string,
  args: readonly string[],
  env: Environment = {},
  options: { readonly cwd?: string } = {},
): Promise<number> {
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

const json = (path: string) => JSON.parse(readFileSync(path, "utf8"));

/** How many named cases each group has: SECURITY.md's counts come from here. */
function printGroups(groups: readonly string[]): void {
  const counts = new Map<string, number>();
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  for (const [group, count] of counts) console.log(`   ${group}: ${count}`);
}

/** The innermost describe, or the file, of each of Playwright's specs. */
function groupsOfSpecs({ title, specs = [], suites = [] }: Suite): readonly string[] {
  return [...specs.map(() => title), ...suites.flatMap((suite: Suite) => groupsOfSpecs(suite))];
}

async function unit(name: string, files: readonly string[], env?: Environment): Promise<Counts> {
  const report = join(REPORTS, `hostile-${name}.json`);
  rmSync(report, { force: true });
  const status = await run(
    "npx",
    ["vitest", "run", ...files, "--reporter=dot", "--reporter=json", `--outputFile.json=${report}`],
    env,
  );
  const { numPassedTests, numFailedTests, testResults } = json(report);
  printGroups(
    testResults.flatMap(({ assertionResults }: { readonly assertionResults: readonly Assertion[] }) =>
      assertionResults.map(({ ancestorTitles, title }) => ancestorTitles[0] || title),
    ),
  );
  return { passed: numPassedTests, failed: numFailedTests || (status === 0 ? 0 : 1) };
}

async function browser(config: string, args: readonly string[], env: Environment): Promise<Counts> {
  const report = join(process.cwd(), REPORTS, "hostile-browser.json");
  rmSync(report, { force: true });
  await run("npx", ["playwright", "test", "-c", config, ...args], {
    HOSTILE_REPORT: report,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    ...env,
  });
  const { stats, suites } = json(report);
  printGroups(suites.flatMap((suite: Suite) => groupsOfSpecs(suite)));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

const holds = (isTrue: boolean): Counts => (isTrue ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** The lockfile alone is enough, no package runs a script while it is installed, and every version is exact. */
async function install(): Promise<Counts> {
  const { dependencies, devDependencies } = json("package.json");
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)),
  );
  if (loose.length > 0) console.log(`Not an exact version: ${loose.map(([name]) => name).join(", ")}`);
  const folder = mkdtempSync(join(tmpdir(), "install-"));
  for (const file of ["package.json", "package-lock.json", ".npmrc"]) cpSync(file, join(folder, file));
  const status = await run("npm", ["ci", "--ignore-scripts", "--silent"], {}, { cwd: folder });
  rmSync(folder, { recursive: true, force: true });
  return holds(status === 0 && loose.length === 0);
}

async function growth(engine: EngineName): Promise<Counts> {
  const found = await growthIn(engine);
  for (const what of found) console.log(what);
  return holds(found.length === 0);
}

function reproducible(): Counts {
  const { different, count, whole } = buildTwice();
  console.log(
    different.length === 0
      ? `${count} files, twice the same: sha256 ${whole}`
      : `These files differ: ${different.join(", ")}`,
  );
  return holds(different.length === 0);
}

const CASES = ["e2e/hostile/cases/hostile-runs.check.ts", "e2e/hostile/cases/hostile-inputs.test.ts"];
const STEPS: readonly (readonly [name: string, step: () => Counts | Promise<Counts>])[] = [
  ["cases in Node", () => unit("cases", CASES)],
  [
    "fuzzing",
    () =>
      unit("fuzz", ["e2e/hostile/cases/fuzz.test.ts"], {
        HOSTILE_ROUNDS: "20000",
        HOSTILE_SEED: String(SEED),
      }),
  ],
  ["cases in the browser", () => browser("e2e/hostile/playwright.config.ts", [], { HOSTILE_FULL: "1" })],
  ["build", async () => holds((await run("npm", ["run", "-s", "build"])) === 0)],
  [
    "the page",
    () =>
      browser(
        "e2e/playwright.config.ts",
        ["page", "readers", "forms", "big", "type", "many", "strangers"].map((spec) => `hostile/${spec}`),
        { HOSTILE_FULL: "1" },
      ),
  ],
  ["embeds", () => browser("e2e/playwright.config.ts", ["hostile/embed"], { HOSTILE_FULL: "1" })],
  ["growth in Firefox", () => growth("firefox")],
  ["growth in WebKit", () => growth("webkit")],
  ["negative controls", () => hostileControls()],
  ["two builds", reproducible],
  ["npm ci --ignore-scripts", install],
];

let passed = 0;
let failed = 0;
for (const [name, step] of STEPS) {
  console.log(`\n== ${name}`);
  let counts: Counts;
  try {
    counts = await step();
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    counts = holds(false);
  }
  passed += counts.passed;
  failed += counts.failed;
  console.log(`== ${name}: ${counts.passed} passed, ${counts.failed} failed`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

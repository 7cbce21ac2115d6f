/** Takes the defences out one by one, in copies made while testing: a test that does not notice is a failure. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Removal } from "../e2e/hostile/removal-row.ts";
import { REMOVALS } from "../e2e/hostile/removals.ts";

function run(args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn("npx", args, {
      env: { ...process.env, NO_COLOR: "1", ...env },
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("close", () => resolve(output));
  });
}

type Command = (test: readonly string[], env: Readonly<Record<string, string>>, report: string) => Promise<string>;

const COMMANDS: { readonly [where in Removal["in"]]: Command } = {
  node: (test, env, report) =>
    run(
      [
        "vitest",
        "run",
        "--config",
        "e2e/hostile/vitest.config.ts",
        "--reporter=json",
        `--outputFile=${report}`,
        ...test,
      ],
      env,
    ),
  browser: (test, env) => run(["playwright", "test", "-c", "e2e/hostile/playwright.config.ts", ...test], env),
  page: async (test, env) => {
    const built = await run(["vite", "build", "--config", "e2e/hostile/page.vite.config.ts"], env);
    const tested = await run(["playwright", "test", "-c", "e2e/playwright.config.ts", "--workers=1", ...test], {
      ...env,
      HOSTILE_FULL: "1",
    });
    return built + tested;
  },
};

/** How many of the named tests failed, and how many there were. */
async function failures(
  removal: Removal,
  name: string,
  folder: string,
): Promise<{ readonly failed: number; readonly ran: number; readonly output: string }> {
  const report = join(folder, "report.json");
  rmSync(report, { force: true });
  const env = {
    HOSTILE_REMOVAL: name,
    HOSTILE_OUT: join(folder, "built"),
    HOSTILE_REPORT: report,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    ...removal.env,
  };
  const output = await COMMANDS[removal.in](removal.test, env, report);
  try {
    const json = JSON.parse(readFileSync(report, "utf8"));
    if (removal.in === "node")
      return { failed: json.numFailedTests, ran: json.numFailedTests + json.numPassedTests, output };
    return { failed: json.stats.unexpected, ran: json.stats.unexpected + json.stats.expected, output };
  } catch {
    return { failed: 0, ran: 0, output };
  }
}

const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");

/** What the test complained about, in one line. */
function reasonOf(output: string): string {
  const lines = output
    .replace(COLOURS, "")
    .split("\n")
    .map((line) => line.trim());
  const received = lines.find((line) => /^\+ +\S/.test(line) && !/^\+ +(Received|Array \[|\[)/.test(line));
  return received ?? lines.find((line) => /Error: /.test(line)) ?? "";
}

/** @returns how many removals were noticed and how many were not. */
export async function hostileControls(
  names: readonly string[] = [],
): Promise<{ readonly passed: number; readonly failed: number }> {
  const folder = mkdtempSync(join(tmpdir(), "hostile-"));
  let passed = 0;
  let failed = 0;
  const chosen = REMOVALS.filter(({ name }) => names.length === 0 || names.some((part) => name.includes(part)));
  for (const removal of chosen) {
    const without = await failures(removal, removal.name, folder);
    // A test that fails for another reason, such as a build that broke, would prove nothing.
    const isNoticed =
      without.failed > 0 && !/does not find its text|There is no removal|Build failed/.test(without.output);
    console.log(
      `${isNoticed ? "noticed" : "NOT NOTICED"}: without ${removal.name} (${removal.group}), ${without.failed} of ${without.ran} tests failed`,
    );
    if (isNoticed) console.log(`  ${reasonOf(without.output)}`);
    else console.log(without.output.slice(-3_000));
    if (isNoticed) passed += 1;
    else failed += 1;
  }
  rmSync(folder, { recursive: true, force: true });
  return { passed, failed };
}

if (process.argv[1]?.endsWith("hostile-controls.ts")) {
  const { passed, failed } = await hostileControls(process.argv.slice(2));
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

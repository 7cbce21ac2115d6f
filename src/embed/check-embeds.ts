/** Runs every embed of documentation pages in Node, through the pipeline of the browser's worker, and compares with what is expected. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { diagnose } from "../diagnose/diagnose.ts";
import { runProject, type Tools } from "../pipeline.ts";
import { NATIVE_MODULES } from "../sandbox/native-modules.ts";
import { createSandbox } from "../sandbox/sandbox.ts";
import { type Bundler, createBundler } from "../transpile/bundle.ts";
import type { Project } from "../workflow/project.ts";
import type { RunResult } from "../workflow/run-result.ts";
import { EmbedSettingsError, readSettings } from "./embed-settings.ts";
import { parseExpectation, unmet } from "./expectation.ts";
import { type FoundEmbed, findEmbeds } from "./find-embeds.ts";

/** As in the page, in milliseconds. */
const RUN_LIMIT_MS = 1_000;

/**
 * @param files paths of Markdown, MDX or HTML files.
 * @returns the exit status: 0 when every embed gives what it expects, and completes where it expects nothing.
 */
export async function main(files: readonly string[], root: URL, print: (line: string) => void): Promise<number> {
  if (files.length === 0) {
    print("Name the files to check: npm run check-embeds -- docs/page.mdx");
    return 2;
  }
  const run = await createRunner(root);
  let passed = 0;
  let failed = 0;
  for (const file of files) {
    for (const embed of findEmbeds(readFileSync(file, "utf8"))) {
      const complaints = await check(embed, run);
      const title = embed.attributes.get("title") ?? "";
      if (complaints.length === 0) passed += 1;
      else failed += 1;
      print(`${complaints.length === 0 ? "ok  " : "FAIL"} ${file}:${embed.line}${title === "" ? "" : ` ${title}`}`);
      for (const complaint of complaints) print(`       ${complaint}`);
    }
  }
  if (passed + failed === 0) print("There is no <kinde-workflow> and no embedded link in these files.");
  print(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

type Run = (project: Project) => Promise<RunResult>;

async function createRunner(root: URL): Promise<Run> {
  const require = createRequire(new URL("package.json", root));
  const sandbox = await createSandbox(readFileSync(require.resolve("quickjs-wasi/quickjs.wasm")), NATIVE_MODULES);
  const tools: Tools = { sandbox, diagnose };
  let bundler: Promise<Bundler> | null = null;
  return async (project) => {
    const options = { nowMs: Date.now(), timeoutMs: RUN_LIMIT_MS, grantConsole: true };
    const first = await runProject(project, options, tools);
    if (first.kind === "result") return first.result;
    if (first.kind === "needs-module") throw new Error("The sandbox lacks a module.");
    bundler ??= WebAssembly.compile(readFileSync(require.resolve("esbuild-wasm/esbuild.wasm"))).then(createBundler);
    const bundled = await (await bundler).bundle(project.files, first.entry);
    const second = await runProject(project, options, tools, bundled);
    if (second.kind === "result") return second.result;
    throw new Error(`Bundled code ended as ${second.kind}.`);
  };
}

async function check({ attributes, files, scenario, link }: FoundEmbed, run: Run): Promise<readonly string[]> {
  const expected = parseExpectation(attributes.get("expect") ?? attributes.get("data-expect") ?? "completed");
  if (expected.kind === "invalid") return [expected.message];
  try {
    const settings = await readSettings(
      link ??
        `settings=${encodeURIComponent(
          JSON.stringify({
            files,
            token: attributes.get("token"),
            scenario: /^\s*\{/.test(scenario) ? JSON.parse(scenario) : scenario,
          }),
        )}`,
    );
    return unmet(expected.expectation, await run(settings.project), settings.token);
  } catch (error) {
    if (error instanceof EmbedSettingsError) return [error.message];
    if (error instanceof SyntaxError) return [`The scenario is not JSON: ${error.message}`];
    throw error;
  }
}

/** Runs every embed of documentation pages in Node, through the pipeline of the browser's worker, and compares with what is expected. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { attributeMistakes } from "../embed/attribute-mistakes.ts";
import { readSettings } from "../embed/embed-settings.ts";
import { type FoundEmbed, findEmbeds } from "../embed/find-embeds.ts";
import { findUnclosed } from "../embed/find-unclosed.ts";
import { EmbedSettingsError } from "../embed/embed-settings-error.ts";
import { parseShortForm } from "../expect/short-form.ts";
import { failedExpectations } from "../expect/failed-expectations.ts";
import { createNodePreparer, type NodePreparer } from "../node/node-runner.ts";
import { SCENARIO_FILE, scenariosText } from "../share/scenario-json/project-scenarios.ts";
import { entryFile } from "../workflow/project.ts";
import { RUN_LIMIT_MS, runWorkflow } from "./run-workflow.ts";

/** What is wrong, and on which line of the page where it is not the embed's own. */
type Complaint = { readonly message: string; readonly line?: number };

/**
 * @param files paths of Markdown, MDX or HTML files.
 * @returns the exit status: 0 when every embed gives what it expects, and completes where it expects nothing; 2 when there is none.
 */
export async function main(files: readonly string[], _root: URL, print: (line: string) => void): Promise<number> {
  if (files.length === 0) {
    print("Name the files to check: npm run check-embeds -- docs/page.mdx");
    return 2;
  }
  const prepare = await createNodePreparer();
  let passed = 0;
  let failed = 0;
  for (const file of files) {
    const page = textOf(file);
    if (page === null) {
      failed += 1;
      print(`FAIL ${file}\n       There is no such file.`);
      continue;
    }
    for (const { line, message } of findUnclosed(page)) {
      failed += 1;
      print(`FAIL ${file}:${line}\n       ${message}`);
    }
    for (const embed of findEmbeds(page)) {
      const mistakes = embed.link === undefined ? attributeMistakes(embed.attributes) : [];
      const complaints: readonly Complaint[] = [
        ...mistakes.map((message) => ({ message })),
        ...(await check(embed, prepare)),
      ];
      const title = embed.attributes.get("title") ?? "";
      if (complaints.length === 0) passed += 1;
      else failed += 1;
      print(`${complaints.length === 0 ? "ok  " : "FAIL"} ${file}:${embed.line}${title === "" ? "" : ` ${title}`}`);
      for (const { line, message } of complaints)
        print(`       ${line === undefined ? "" : `${file}:${line} `}${message}`);
    }
  }
  if (passed + failed === 0) print("There is no <kinde-workflow> and no embedded link in these files.");
  print(`${passed} passed, ${failed} failed`);
  if (passed + failed === 0) return 2;
  return failed === 0 ? 0 : 1;
}

/** Null where there is no such file. */
function textOf(file: string): string | null {
  return existsSync(file) && statSync(file).isFile() ? readFileSync(file, "utf8") : null;
}

async function check(embed: FoundEmbed, prepare: NodePreparer): Promise<readonly Complaint[]> {
  const { attributes, files, scenario, scenarios, link } = embed;
  const expected = parseShortForm(attributes.get("expect") ?? attributes.get("data-expect") ?? "completed");
  if (expected.kind === "invalid") return [{ message: expected.message }];
  const written = {
    files,
    attributes: { token: attributes.get("token"), ...(attributes.has("expect") ? { expect: "completed" } : {}) },
    ...(scenarios !== undefined ? { scenarios: scenarios.trim() } : { scenario: scenario.trim() }),
  };
  try {
    const settings = await readSettings(link ?? `settings=${encodeURIComponent(JSON.stringify(written))}`);
    const several = settings.project.scenarios.length > 1 || settings.project.scenarios[0].expect !== "";
    if (scenarios !== undefined || several) return await checkScenarios(embed, settings, prepare);
    const options = { nowMs: Date.now(), timeoutMs: RUN_LIMIT_MS, grantConsole: true };
    const run = await prepare(settings.project.files, options);
    const sentences = failedExpectations(expected.expectation, run(settings.project.scenarios[0]), settings.token);
    return sentences.map((message) => ({ message }));
  } catch (error) {
    if (error instanceof EmbedSettingsError) return [{ message: error.message }];
    throw error;
  }
}

async function checkScenarios(
  { scenarios }: FoundEmbed,
  { project, mistakes }: Awaited<ReturnType<typeof readSettings>>,
  prepare: NodePreparer,
): Promise<readonly Complaint[]> {
  const isFile = scenarios !== undefined && /^\s*(?:\{|\/[/*])/.test(scenarios);
  const entry = entryFile(project.files)?.name ?? "Workflow.ts";
  const text = isFile ? scenarios : scenariosText(project);
  const done = await runWorkflow(
    { name: "", entry, files: project.files, neighbours: 1, scenarios: { name: SCENARIO_FILE, text } },
    prepare,
    { isWanted: () => true, secret: (name) => process.env[name], nowMs: Date.now(), onRun: () => undefined },
  );
  if (done === null) return [{ message: "Its scenarios are of another workflow." }];
  const { report } = done;
  const placed = report.mistakes.map(({ message, line }) => (isFile ? { message, line } : { message }));
  const told = mistakes.filter((mistake) => !mistake.startsWith("Scenarios, ")).map((message) => ({ message }));
  const failing = report.scenarios.flatMap(({ name, status, outcome, checks }) => {
    if (status === "unchecked" && outcome !== "completed") return [{ message: `${name}: ${outcome}` }];
    return checks.filter((one) => one.status === "fails").map(({ sentence }) => ({ message: `${name}: ${sentence}` }));
  });
  return [...told, ...placed, ...failing];
}

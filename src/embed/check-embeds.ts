/** Runs every embed of documentation pages in Node, through the pipeline of the browser's worker, and compares with what is expected. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { parseShortForm } from "../expect/short-form.ts";
import { unmet } from "../expect/unmet.ts";
import { createNodeRunner, type NodeRunner } from "../node/node-runner.ts";
import { attributeMistakes } from "./attribute-mistakes.ts";
import { EmbedSettingsError, readSettings } from "./embed-settings.ts";
import { type FoundEmbed, findEmbeds } from "./find-embeds.ts";
import { findUnclosed } from "./find-unclosed.ts";

/** As in the page, in milliseconds. */
const RUN_LIMIT_MS = 1_000;

/**
 * @param files paths of Markdown, MDX or HTML files.
 * @returns the exit status: 0 when every embed gives what it expects, and completes where it expects nothing; 2 when there is none.
 */
export async function main(files: readonly string[], _root: URL, print: (line: string) => void): Promise<number> {
  if (files.length === 0) {
    print("Name the files to check: npm run check-embeds -- docs/page.mdx");
    return 2;
  }
  const run = await createNodeRunner();
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
      const complaints = [
        ...(embed.link === undefined ? attributeMistakes(embed.attributes) : []),
        ...(await check(embed, run)),
      ];
      const title = embed.attributes.get("title") ?? "";
      if (complaints.length === 0) passed += 1;
      else failed += 1;
      print(`${complaints.length === 0 ? "ok  " : "FAIL"} ${file}:${embed.line}${title === "" ? "" : ` ${title}`}`);
      for (const complaint of complaints) print(`       ${complaint}`);
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

async function check({ attributes, files, scenario, link }: FoundEmbed, run: NodeRunner): Promise<readonly string[]> {
  const expected = parseShortForm(attributes.get("expect") ?? attributes.get("data-expect") ?? "completed");
  if (expected.kind === "invalid") return [expected.message];
  try {
    const settings = await readSettings(
      link ??
        `settings=${encodeURIComponent(
          JSON.stringify({
            files,
            attributes: { token: attributes.get("token") },
            scenario: scenario.trim(),
          }),
        )}`,
    );
    const options = { nowMs: Date.now(), timeoutMs: RUN_LIMIT_MS, grantConsole: true };
    return unmet(expected.expectation, await run(settings.project, options), settings.token);
  } catch (error) {
    if (error instanceof EmbedSettingsError) return [error.message];
    throw error;
  }
}

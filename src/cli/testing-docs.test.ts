/** docs/testing.md, followed to the letter from nothing: its first run is red, its second green, with the words that it prints. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commandIn, folderOf } from "../../testing/command-io.ts";

const DOCS = readFileSync(new URL("../../docs/testing.md", import.meta.url), "utf8");

function blocks(language: string): readonly string[] {
  const found = [...DOCS.matchAll(/^ {3}```(\w+)\n([\s\S]*?)^ {3}```$/gm)].filter(([, name]) => name === language);
  return found.map(([, , text = ""]) => text.replace(/^ {3}/gm, ""));
}

test("a first red and a first green run", async () => {
  const [source = ""] = blocks("ts");
  const [scenarios = "", corrected = ""] = blocks("jsonc");
  const [red, green] = blocks("text");
  const folder = "kindeSrc/environment/workflows/tenant/";
  const run = (text: string) => {
    const files = { [`${folder}Workflow.ts`]: source, [`${folder}scenarios.json`]: text };
    return commandIn(folderOf(files), ["test"]);
  };
  expect(await run(scenarios)).toEqual({ status: 1, out: red, errors: "" });
  const guest = /^.*"name": "guest".*\n/m.exec(scenarios)?.[0] ?? "none";
  expect(await run(scenarios.replace(guest, corrected))).toEqual({ status: 0, out: green, errors: "" });
});

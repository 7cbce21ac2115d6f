import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { entryFile } from "../workflow/project.ts";
import { TOKENS, type TokenName } from "../workflow/token.ts";
import { TRIGGER_NAMES, TRIGGERS } from "../workflow/trigger.ts";
import { DEFAULT_EXAMPLE } from "./default-example.ts";
import { issuedAt } from "./example.ts";
import { EXAMPLES } from "./examples.ts";

const FOLDER = dirname(fileURLToPath(import.meta.url));

test("every folder is one example, and the default one is the first", () => {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(EXAMPLES.map(({ name }) => name).toSorted()).toEqual(folders.map(({ name }) => name).toSorted());
  expect(EXAMPLES[0]).toEqual(DEFAULT_EXAMPLE);
});

test("examples of one group stand together, and no two have one title", () => {
  const groups = EXAMPLES.map(({ group }) => group);
  const runs = groups.filter((group, index) => group !== groups[index - 1]);
  expect(runs).toEqual([...new Set(groups)]);
  expect(new Set(EXAMPLES.map(({ title }) => title)).size).toBe(EXAMPLES.length);
});

test("each of the ten triggers has an example", () => {
  const sources = EXAMPLES.map(({ project }) => entryFile(project.files)?.text ?? "").join("\n");
  const missing = TRIGGER_NAMES.filter(
    (trigger) => !sources.includes(`WorkflowTrigger.${TRIGGERS[trigger].enumMember},`),
  );
  expect(missing).toEqual([]);
});

test("sources come as they are, the workflow first", () => {
  for (const { name, project } of EXAMPLES) {
    expect(project.files[0]?.name, name).toBe("Workflow.ts");
    for (const file of project.files) expect(file.text, name).toBe(readFileSync(join(FOLDER, name, file.name), "utf8"));
  }
  expect(EXAMPLES.find(({ name }) => name === "two-files")?.project.files.map((file) => file.name)).toEqual([
    "Workflow.ts",
    "lib.ts",
  ]);
});

test("no example opens with a token whose time is over", () => {
  const nowSeconds = 1_900_000_000;
  for (const { name, project } of EXAMPLES) {
    for (const [token, draft] of Object.entries(issuedAt(project, nowSeconds).scenarios[0].tokens)) {
      const { iat, exp } = JSON.parse(draft.text);
      expect([name, iat, exp]).toEqual([name, nowSeconds, nowSeconds + TOKENS[token as TokenName].lifetimeSeconds]);
    }
  }
});

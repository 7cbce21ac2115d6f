/** Page and command line say the same, byte for byte: of every example as each of its people, and of the recorded scenario files. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { commandIn, folderOf } from "../../testing/command-io.ts";
import { EXAMPLES } from "../examples/examples.ts";
import { seenText } from "../expect/expect-aspect.ts";
import { createNodePreparer } from "../node/node-runner.ts";
import { encodeLink } from "../share/link.ts";
import { readScenarios } from "../share/scenario-json/project-scenarios.ts";
import { failuresFor, peopleFor } from "../views/scenario/personas.ts";
import { reportOfRuns } from "../views/scenario-grid/report-of-runs.ts";
import type { Project, Scenarios } from "../workflow/project.ts";

/** That of the commands in these tests. */
const nowMs = Date.parse("2026-11-25T09:00:00Z");
const options = { nowMs, timeoutMs: 1_000, grantConsole: true };
const prepare = await createNodePreparer();

async function pageReport(project: Project): Promise<string> {
  const runIn = await prepare(project.files, options);
  return reportOfRuns(project, (index) => {
    const scenario = project.scenarios[index];
    return scenario ? runIn(scenario) : null;
  });
}

test("of the link of every example, with all its people and what is seen of every second one", async () => {
  const root = folderOf({});
  for (const { name, project } of EXAMPLES) {
    const [first] = project.scenarios;
    const runIn = await prepare(project.files, options);
    const others = [...peopleFor(runIn(first).trigger, first, nowMs), ...failuresFor(first, null)].map(
      (persona, index) => {
        const scenario = { ...first, ...persona.change, name: persona.name };
        return { ...scenario, expect: index % 2 === 0 ? seenText("", runIn(scenario), () => false) : "" };
      },
    );
    const whole = { ...project, scenarios: [first, ...others] as Scenarios };
    const link = `https://playground.example/#${encodeLink({ project: whole })}`;
    const secrets = first.env.filter(({ isSecret }) => isSecret).map((variable) => [variable.name, variable.value]);
    const { out, errors } = await commandIn(root, ["test", link, "--reporter", "json"], Object.fromEntries(secrets));
    expect([name, errors, out]).toEqual([name, "", await pageReport(whole)]);
  }
});

const FIXTURES = fileURLToPath(new URL("fixtures/", import.meta.url));
const SOURCES = fileURLToPath(new URL("../examples/", import.meta.url));

test("of the recorded scenario files, opened in the page", async () => {
  for (const name of readdirSync(FIXTURES)) {
    const files = readdirSync(join(SOURCES, name))
      .filter((file) => file.endsWith(".ts"))
      .map((file) => ({ name: file, text: readFileSync(join(SOURCES, name, file), "utf8") }));
    const reading = readScenarios(readFileSync(join(FIXTURES, name, "scenarios.json"), "utf8"), { files }, nowMs);
    if (reading.kind === "invalid") throw new Error(name);
    const report = await pageReport({ files, scenarios: reading.scenarios });
    expect([name, report]).toEqual([name, readFileSync(join(FIXTURES, name, "report.json"), "utf8")]);
  }
});

test("of what cannot be read", async () => {
  const [example] = EXAMPLES;
  if (example === undefined) throw new Error("There are no examples.");
  const [first] = example.project.scenarios;
  const wrong = { ...example.project, scenarios: [{ ...first, expect: '{\n  "mfa": ' }] as const };
  const { status, out } = await commandIn(folderOf({}), [
    "test",
    `#${encodeLink({ project: wrong })}`,
    "--reporter",
    "json",
  ]);
  expect([status, out]).toEqual([2, await pageReport(wrong)]);
  expect(out).toContain("In its line 2");
});

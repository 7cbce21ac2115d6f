import { expect, test } from "vitest";
import { encodeLink } from "../../share/link.ts";
import { createProject } from "../../workflow/project.ts";
import { givenScenarios } from "./given-scenarios.ts";

const files = [{ name: "Workflow.ts", text: 'export const workflowSettings = { trigger: "user:tokens_generation" };' }];
const named = async (written: string, attributes = {}) => {
  const { scenarios, mistakes } = await givenScenarios(
    { scenarios: written },
    files,
    new Map(Object.entries(attributes)),
  );
  return { names: scenarios.map(({ name }) => name), mistakes };
};

test("a scenarios.json with comments, levels and a lesson's members", async () => {
  const { scenarios, mistakes } = await givenScenarios(
    {
      scenarios: `// of the tutorial
    { "version": 1, "all": { "env": { "A": "b" } }, "scenarios": [
      { "name": "a", "expect": { "accessToken": "unchanged" } },
      { "name": "b", "from": "a", "task": 2, "hidden": true, } ] }`,
    },
    files,
  );
  expect(mistakes).toEqual([]);
  expect(scenarios).toMatchObject([
    { name: "a", env: [{ name: "A", value: "b" }] },
    { name: "b", env: [{ name: "A", value: "b" }], task: 2, hidden: true },
  ]);
});

test("as an object, and those of a link", async () => {
  const object = await givenScenarios({ scenarios: { version: 1, scenarios: [{ name: "a" }, { name: "b" }] } }, files);
  expect(object.scenarios.map(({ name }) => name)).toEqual(["a", "b"]);
  const [one] = createProject(files).scenarios;
  const fragment = encodeLink({ project: { files, scenarios: [one, { ...one, name: "guest" }] } });
  expect((await named(`https://playground.example/#${fragment}`)).names).toEqual(["Scenario 1", "guest"]);
});

test("a mistake has its place, and the example works without them", async () => {
  expect(await named('{\n  "version": 1,\n  "scenarois": []\n}')).toEqual({
    names: ["Scenario 1"],
    mistakes: [
      'Scenarios, 1:1: The file needs "scenarios", a list of scenarios: What is run, each with its name.',
      'Scenarios, 3:3: The file has no member "scenarois". Did you mean "scenarios"?',
    ],
  });
  expect((await named("")).mistakes).toEqual(["There are no scenarios in it."]);
});

test("what is expected stands in the scenarios alone", async () => {
  const { mistakes } = await named('{"version": 1, "scenarios": [{"name": "a"}]}', { expect: "a added" });
  expect(mistakes).toEqual(["Beside scenarios, expect says nothing: write what is expected into each scenario."]);
});

/** Scenarios go from the page into a file and back, whatever is written in them; a file that people wrote opens as what it says. */
import { expect, test } from "vitest";
import { createProject, type Project } from "../../workflow/project.ts";
import { emptyScenario } from "../../workflow/scenario.ts";
import { readScenarios, scenariosText } from "./project-scenarios.ts";
import { readScenarioFile } from "./read.ts";

const NOW = Date.parse("2026-11-25T09:00:00Z");
const files = [
  { name: "Workflow.ts", text: "export const workflowSettings = { trigger: WorkflowTrigger.UserPreMFA };" },
];
const scenario = { ...emptyScenario(), name: "a", expect: "" };

function projectOf(...scenarios: Project["scenarios"]): Project {
  return { files, scenarios };
}

const COMMENTED = '{\n  // why\n  "accessToken": {\n    "plan": "added", /* and */\n  }\n}';

test.each([
  ["comments in what is expected", projectOf({ ...scenario, expect: COMMENTED }), null],
  ["one line", projectOf({ ...scenario, expect: '{"mfa": "skip"} // so' }), null],
  [
    "events of several triggers",
    projectOf({ ...scenario, events: { "user:pre_mfa": "null", "user:tokens_generation": "{ half" } }),
    null,
  ],
  ["what is expected with a mistake", projectOf({ ...scenario, expect: '{"mfa": ' }), '"expect" must be an object'],
  [
    "rows that are half written",
    projectOf({
      ...scenario,
      env: [
        { name: "", value: "1", isSecret: false },
        { name: "A", value: "1", isSecret: false },
        { name: "A", value: "2", isSecret: false },
      ],
      mocks: [
        {
          method: "",
          url: "",
          status: 0,
          answer: "json",
          body: "{",
          latencyMs: 0.5,
          times: -1,
          sentHeaders: "x",
          sentBody: "{",
        },
      ],
    }),
    null,
  ],
  ["a lesson's", projectOf({ ...scenario, task: 3, hidden: true }, { ...scenario, name: "b", hidden: true }), null],
  ["several", projectOf(scenario, { ...scenario, name: "b", localization: [{ key: "k", text: "t" }] }), null],
])("%s", (_, project, mistake) => {
  const text = scenariosText(project);
  expect(readScenarios(text, project, NOW)).toEqual({
    kind: "ok",
    scenarios: project.scenarios,
    workflow: null,
    notes: [],
  });
  const reading = readScenarioFile(text);
  const told = reading.kind === "invalid" ? reading.mistakes.map(({ message }) => message).join("\n") : null;
  if (mistake === null) expect(told).toBeNull();
  else expect(told).toContain(mistake);
});

test("a draft gives way to what was changed in the file", () => {
  const text = scenariosText(projectOf({ ...scenario, env: [{ name: "", value: "1", isSecret: false }] }));
  expect(text).toContain('"drafts"');
  const edited = readScenarios(text.replace('"name": "a"', '"name": "b"'), { files }, NOW);
  expect(edited).toMatchObject({ kind: "ok", scenarios: [{ name: "b", env: [] }] });
});

const WRITTEN = `{ "version": 1, "now": "2026-01-01T00:00:00Z",
  "all": { "event": { "context": { "mfa": { "policy": "off" } } }, "expect": { "mfa": "skip" } },
  "scenarios": [
    { "name": "one", "tokens": { "accessToken": { "sub": "kp_1" } } },
    { "name": "two", "from": "one", "expect": { "calls": 1, "idToken": { "a": { "is": "ab", "has": "b" }, "*": "unchanged" } } }
  ] }`;

test("what lies under a scenario is written into it, and what has no place is told", () => {
  const reading = readScenarios(WRITTEN, { files }, NOW);
  if (reading.kind === "invalid") throw new Error("It can be read.");
  const [one, two] = reading.scenarios;
  expect(JSON.parse(one.events["user:pre_mfa"] ?? "").context.mfa.policy).toBe("off");
  expect(JSON.parse(one.tokens.accessToken?.text ?? "")).toMatchObject({ sub: "kp_1", iat: 1_767_225_600 });
  expect(JSON.parse(one.expect)).toEqual({ outcome: "completed", mfa: "skip" });
  expect(JSON.parse(two?.expect ?? "")).toEqual({
    outcome: "completed",
    idToken: { a: { is: "ab", has: "b" }, "*": "unchanged" },
    mfa: "skip",
    calls: 1,
  });
  expect(reading.notes).toEqual([
    "Runs here begin now, and not at the time that scenarios.json sets, which stays in it.",
  ]);
  // The trigger cannot be seen: its event is the one of the file, whatever it will be.
  const blind = readScenarios(WRITTEN, createProject([{ name: "Workflow.ts", text: "" }]), NOW);
  expect(blind.kind === "ok" && Object.keys(blind.scenarios[0].events).length).toBe(10);
  expect(readScenarios('{"version": 1,\n "scenarios": [{}]}', { files }, NOW)).toMatchObject({
    kind: "invalid",
    mistakes: [{ line: 2 }],
  });
  const many = Array.from({ length: 52 }, (_, index) => ({ name: `s${index}` }));
  const cut = readScenarios(JSON.stringify({ version: 1, scenarios: many }), { files }, NOW);
  expect(cut).toMatchObject({ notes: ["The last 2 scenarios were left out: there can be 50."] });
});

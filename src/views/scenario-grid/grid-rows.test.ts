/** What the grid says of real runs: signs and values as in the claims list, verdicts only where something is expected, what fails first. */
import { expect, test } from "vitest";
import { createNodePreparer } from "../../node/node-runner.ts";
import type { ScenarioRun } from "../../store/playground-store.ts";
import { createProject } from "../../workflow/project.ts";
import { gridRows } from "./grid-rows.ts";
import { countStatuses, judgedScenario } from "./judged-scenarios.ts";

const options = { nowMs: 1_795_424_400_000, timeoutMs: 1_000, grantConsole: true };
const files = [
  {
    name: "Workflow.ts",
    text: `import { WorkflowTrigger, accessTokenCustomClaims, getEnvironmentVariable } from "@kinde/infrastructure";
export const workflowSettings = { id: "a", trigger: WorkflowTrigger.UserTokenGeneration, bindings: { "kinde.accessToken": {}, "kinde.env": {} } };
export default async function Workflow() {
  const access = accessTokenCustomClaims<any>();
  const plan = getEnvironmentVariable("PLAN").value;
  if (plan === "none") throw new Error("no plan");
  access.permissions = [];
  access.plan = plan;
  access.sub = "me";
}
`,
  },
];
const runIn = await (await createNodePreparer())(files, options);

function judged(name: string, plan: string, expected: string, wasRun = true) {
  const [scenario] = createProject(files, { env: [{ name: "PLAN", value: plan, isSecret: false }] }).scenarios;
  const run = { files, scenario, nowMs: 0, answer: { kind: "result", result: runIn(scenario) } } as const;
  return judgedScenario({ name, expect: expected, run: wasRun ? run : null });
}

test("each row, in words", () => {
  const all = [
    judged("gold", "gold", '{"accessToken": {"plan": {"is": "gold"}, "permissions": "emptied"}}'),
    judged(
      "guest",
      "free",
      '{"accessToken": {"plan": {"is": "gold"}}, "idToken": "unchanged", "maxBytes": {"accessToken": 99999}}',
    ),
    judged("nobody", "none", '{"outcome": "failed", "message": "no plan"}'),
    judged("new", "x", ""),
    judged("wrong", "x", '{"outcom": 1}'),
    judged("later", "x", "", false),
  ];
  const marks = { holds: " ✓", fails: " ▲" };
  const rows = gridRows(all).map(({ label, token, cells }) => [
    `${label}${token ? ` of ${token}` : ""}`,
    ...cells.map((cell) => (cell ? `${cell.sign}${cell.text}${cell.verdict ? marks[cell.verdict] : ""}` : "")),
  ]);
  expect(rows).toEqual([
    ["outcome", "completed ✓", "completed ✓", "failed ✓", "completed", "completed", ""],
    ["plan", '+"gold" ✓', '+"free" ▲', "–", '+"x"', '+"x"', ""],
    ["message", "", "", "Error: no plan ✓", "", "", ""],
    ["sub", "×", "×", "–", "×", "×", ""],
    ["permissions", "∅ ✓", "∅", "–", "∅", "∅", ""],
    ["bytes", "1,204", "1,204 ✓", "–", "1,200", "1,200", ""],
    ["every other claim of ID token", "", "= ✓", "", "", "", ""],
    ["bytes of ID token", "1,118", "1,118", "–", "1,118", "1,118", ""],
  ]);
  expect(countStatuses(all)).toEqual({ holds: 2, fails: 1, unchecked: 1, unreadable: 1, waiting: 1, unknown: 0 });
  expect(all[4]?.trouble).toContain('line 1, column 2: What is expected has no member "outcom"');
});

test("what the playground could not run is never taken for a verdict", () => {
  const [scenario] = createProject(files).scenarios;
  const of = (answer: ScenarioRun["answer"], expected: string) =>
    judgedScenario({ name: "a", expect: expected, run: { files, scenario, nowMs: 0, answer } }).status;
  expect(of({ kind: "hung", limitMs: 1_000 }, '{"outcome": "completed"}')).toBe("fails");
  expect(of({ kind: "hung", limitMs: 1_000 }, "")).toBe("unchecked");
  expect(of({ kind: "crashed", message: "gone" }, '{"outcome": "completed"}')).toBe("unknown");
  expect(of({ kind: "stopped" }, '{"outcome": "completed"}')).toBe("unknown");
});

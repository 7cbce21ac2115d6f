import { expect, test } from "vitest";
import type { PlaygroundState } from "../store/playground-store.ts";
import { INITIAL_VIEW } from "../store/view-state.ts";
import { createProject, mapScenarios } from "../workflow/project.ts";
import type { RunResult } from "../workflow/run-result.ts";
import { parseShortForm } from "../expect/short-form.ts";
import { reportOf } from "./report-result.ts";

const PROJECT = createProject([{ name: "Workflow.ts", text: "" }], {
  env: [
    { name: "KEY", value: "canary-secret", isSecret: true },
    { name: "OPEN", value: "canary-open", isSecret: false },
  ],
});

const LATEST = {
  outcome: { kind: "completed" },
  effects: [],
  signIn: { kind: "continues", sentence: "" },
  tokens: [
    {
      name: "accessToken",
      issuedText: "{}",
      base: [],
      changes: [
        { name: "plan", state: "added", after: '"gold"', writes: 1, rules: [] },
        { name: "leak", state: "added", after: '{"a":["Bearer canary-secret"]}', writes: 1, rules: [] },
        { name: "open", state: "replaced", before: '"x"', after: '"canary-open"', writes: 1, rules: [] },
        { name: "sub", state: "unchanged", before: '"kp"', after: '"kp"', writes: 0, rules: [] },
      ],
    },
  ],
} as unknown as RunResult;

function stateWith(latest: RunResult, project = PROJECT): Pick<PlaygroundState, "run" | "project" | "view"> {
  return { project, view: INITIAL_VIEW, run: { status: "done", latest, lastGood: latest, count: 1 } };
}

test("a result is told without unchanged claims and without the value of any variable", () => {
  const reading = parseShortForm('leak = "other"; plan = "gold"');
  const expectation = reading.kind === "ok" ? reading.expectation : null;
  const report = reportOf(stateWith(LATEST), expectation);
  expect(report).toEqual({
    type: "kinde-workflow:result",
    outcome: "completed",
    message: "",
    signIn: "continues",
    tokens: [
      {
        name: "accessToken",
        isIssued: true,
        changes: [
          { name: "plan", state: "added", after: '"gold"' },
          { name: "leak", state: "added", after: '"•••"' },
          { name: "open", state: "replaced", before: '"x"', after: '"•••"' },
        ],
      },
    ],
    unmet: ["a value is otherwise than expected"],
  });
  expect(JSON.stringify(report)).not.toContain("canary");
});

test("an error that quotes a variable is told without it", () => {
  const error = { name: "Error", message: "no canary-open", productionText: "", frames: [] };
  const failed = {
    ...LATEST,
    tokens: [],
    outcome: { kind: "failed", phase: "execute", error },
  } as unknown as RunResult;
  expect(reportOf(stateWith(failed), null)?.message).toBe("no •••");
});

test("with a pasted token no value is told at all", () => {
  const project = mapScenarios(PROJECT, (scenario) => ({
    ...scenario,
    tokens: { accessToken: { text: "{}", imported: true } },
  }));
  const report = reportOf(stateWith(LATEST, project), null);
  expect(report?.tokens[0]?.changes).toEqual([
    { name: "plan", state: "added" },
    { name: "leak", state: "added" },
    { name: "open", state: "replaced" },
  ]);
});

test("with a pasted token neither an error nor a sentence about what was expected is told", () => {
  const project = mapScenarios(PROJECT, (scenario) => ({
    ...scenario,
    tokens: { accessToken: { text: "{}", imported: true } },
  }));
  const error = { name: "Error", message: "kp_pasted", productionText: "", frames: [] };
  const outcome = { kind: "failed", phase: "execute", error } as const;
  const reading = parseShortForm("completed");
  const report = reportOf(
    stateWith({ ...LATEST, outcome }, project),
    reading.kind === "ok" ? reading.expectation : null,
  );
  expect(report?.outcome).toBe("failed");
  expect(JSON.stringify(report)).not.toContain("kp_pasted");
});

import { expect, test } from "vitest";
import type { RunResult } from "../../../workflow/run-result.ts";
import { problemsOf } from "./problems.ts";

const at = (line: number, file = "Workflow.ts") => ({ file, line, column: 1 });
const BASE: RunResult = {
  settings: { failurePolicy: "stop", bindings: [], resetClaims: [] },
  trigger: "user:tokens_generation",
  outcome: { kind: "completed" },
  effects: [],
  tokens: [],
  signIn: {
    kind: "continues",
    sentence: "The sign-in goes on.",
    rule: { provenance: "documented", sentence: "", source: "" },
  },
  diagnostics: [],
  gaps: [],
  durations: { transpileMs: 0, discoveryMs: 0, executionMs: 0, diffMs: 0, totalMs: 0 },
};

test("the error comes first, then diagnostics by severity and place", () => {
  const warning = { id: "w", severity: "warning", position: at(9), message: "late" } as const;
  const early = { id: "w", severity: "warning", position: at(2), message: "early" } as const;
  const info = { id: "i", severity: "info", position: at(1), message: "by the way" } as const;
  const problems = problemsOf({
    ...BASE,
    outcome: {
      kind: "failed",
      phase: "execute",
      error: {
        name: "TypeError",
        message: "x is null",
        productionText: "",
        position: at(5),
        frames: [],
        advice: "Check x.",
      },
    },
    diagnostics: [info, warning, early],
  });
  expect(problems).toEqual([
    { severity: "error", message: "TypeError: x is null", advice: "Check x.", position: at(5) },
    early,
    warning,
    info,
  ]);
});

test("a diagnostic that repeats the error is told once", () => {
  const error = { name: "", message: "Unexpected token", productionText: "", position: at(3), frames: [] };
  const problems = problemsOf({
    ...BASE,
    outcome: { kind: "failed", phase: "compile", error },
    diagnostics: [{ id: "syntax", severity: "error", position: at(3), message: "Unexpected token" }],
  });
  expect(problems).toEqual([{ severity: "error", message: "Unexpected token", position: at(3) }]);
});

test("what the scenario lacks is a problem with its place there", () => {
  const scenario = { part: "event", message: "A comma is missing.", line: 2, column: 4 } as const;
  expect(problemsOf({ ...BASE, outcome: { kind: "unready", problems: [scenario] } })).toEqual([
    { severity: "error", message: "A comma is missing.", scenario },
  ]);
});

import { expect, test } from "vitest";
import type { RunResult } from "../../../workflow/run-result.ts";
import { problemsOf, withTypeProblems } from "./problems.ts";

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
  const fixable = { id: "syntax", position: at(3) };
  expect(problems).toEqual([{ severity: "error", message: "Unexpected token", position: at(3), fixable }]);
});

test("what the scenario lacks is a problem with its place there", () => {
  const scenario = { part: "event", message: "A comma is missing.", line: 2, column: 4 } as const;
  expect(problemsOf({ ...BASE, outcome: { kind: "unready", problems: [scenario] } })).toEqual([
    { severity: "error", message: "A comma is missing.", scenario },
  ]);
});

test("a type error is told after the warnings, with what Kinde does, and not where the run speaks already", () => {
  const warning = { id: "w", severity: "warning", position: at(9), message: "late" } as const;
  const info = { id: "i", severity: "info", position: at(1), message: "by the way" } as const;
  const result = { ...BASE, diagnostics: [info, warning] };
  const types = [at(4), at(9)].map((position) => ({ message: "Type 'string' is not a 'number'.", position }));
  const problems = withTypeProblems(problemsOf(result), types, result);
  expect(problems.map(({ message }) => message)).toEqual(["late", "Type 'string' is not a 'number'.", "by the way"]);
  expect(problems[1]).toMatchObject({ severity: "warning", position: at(4) });
  expect(problems[1]?.advice).toContain("Kinde runs this anyway");
  const error = { name: "", message: "Unexpected token", productionText: "", frames: [] };
  const refused = { ...BASE, outcome: { kind: "failed", phase: "compile", error } } as const;
  expect(withTypeProblems(problemsOf(refused), types, refused)).toEqual(problemsOf(refused));
});

test("what is missing is told in the place of the error, as a warning", () => {
  const error = { name: "Error", message: "GET https://a.test/ has no mock.", productionText: "", frames: [] };
  const gap = { kind: "mock", method: "GET", url: "https://a.test/", endsRun: true, position: at(3) } as const;
  const problems = problemsOf({ ...BASE, outcome: { kind: "failed", phase: "execute", error }, gaps: [gap] });
  expect(problems).toMatchObject([{ severity: "warning", message: "GET https://a.test/ has no mock.", gap }]);
});

/** What the editor marks after a run. */
import { expect, test } from "vitest";
import type { RunResult } from "../../workflow/run-result.ts";
import { filesWithErrors, marksOf } from "./run-marks.ts";

const RESULT: RunResult = {
  settings: { failurePolicy: "stop", bindings: [], resetClaims: [] },
  trigger: "user:tokens_generation",
  outcome: { kind: "completed" },
  effects: [],
  tokens: [],
  signIn: { kind: "continues", sentence: "", rule: { provenance: "documented", sentence: "", source: "" } },
  diagnostics: [],
  gaps: [],
  durations: { transpileMs: 0, discoveryMs: 0, executionMs: 0, diffMs: 0, totalMs: 0 },
};

const failed = (line: number): RunResult["outcome"] => ({
  kind: "failed",
  phase: "execute",
  error: {
    name: "TypeError",
    message: "x is not a function",
    productionText: "",
    frames: [],
    position: { file: "lib.ts", line, column: 3 },
    advice: "Call a function.",
  },
});

test("a run that went well marks nothing", () => {
  expect(marksOf(RESULT)).toEqual({ marks: [], failedAt: null });
  expect(marksOf(null)).toEqual({ marks: [], failedAt: null });
});

test("an error is marked at its place with what to do about it", () => {
  const position = { file: "lib.ts", line: 2, column: 3 };
  expect(marksOf({ ...RESULT, outcome: failed(2) })).toEqual({
    marks: [{ position, severity: "error", message: "TypeError: x is not a function\nCall a function." }],
    failedAt: position,
  });
});

test("an error that a diagnostic explains on the same line is not marked twice", () => {
  const position = { file: "lib.ts", line: 2, column: 1 };
  const result: RunResult = {
    ...RESULT,
    outcome: failed(2),
    diagnostics: [
      { id: "global-fetch", severity: "error", position, message: "fetch is not there.", advice: "Import it." },
    ],
  };
  expect(marksOf(result)).toEqual({
    marks: [{ position, severity: "error", message: "fetch is not there.\nImport it.", id: "global-fetch" }],
    failedAt: { file: "lib.ts", line: 2, column: 3 },
  });
  expect(filesWithErrors(result)).toEqual(["lib.ts"]);
});

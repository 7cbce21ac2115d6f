import { expect, test } from "vitest";
import type { RunState } from "../../store/playground-store.ts";
import type { RunResult } from "../../workflow/run-result.ts";
import { runVerdict } from "./run-verdict.ts";

const ERROR = { name: "Error", message: "no", productionText: "Error: no", frames: [] };

function stateOf(
  outcome: RunResult["outcome"],
  totalMs: number,
  signIn: RunResult["signIn"]["kind"] = "continues",
): RunState {
  const rule = { provenance: "documented", sentence: "", source: "" } as const;
  const latest: RunResult = {
    settings: { failurePolicy: "stop", bindings: [], resetClaims: [] },
    trigger: "user:tokens_generation",
    outcome,
    effects: [],
    tokens: [],
    signIn: { kind: signIn, sentence: "", rule },
    diagnostics: [],
    gaps: [],
    durations: { transpileMs: 0, discoveryMs: 0, executionMs: 0, diffMs: 0, totalMs },
  };
  return { status: "done", latest, lastGood: null, count: 1 };
}

test("a completed run says so with its duration, in the unit that reads best", () => {
  expect(runVerdict(stateOf({ kind: "completed" }, 3.14))).toEqual({
    word: "Completed",
    tone: "good",
    duration: "3.1 ms",
  });
  expect(runVerdict(stateOf({ kind: "completed" }, 123.4)).duration).toBe("123 ms");
  expect(runVerdict(stateOf({ kind: "completed" }, 1_250)).duration).toBe("1.3 s");
});

test("a workflow that denies access did its work, yet nobody comes in", () => {
  expect(runVerdict(stateOf({ kind: "completed" }, 2, "denied"))).toEqual({
    word: "Denied",
    tone: "bad",
    duration: "2.0 ms",
  });
});

test("a form that is shown again is no denial", () => {
  const state = stateOf({ kind: "completed" }, 2, "denied");
  const call = { kind: "call", fn: "kinde.widget.invalidateFormField", args: [] } as const;
  if (state.status !== "done") throw new Error("It has not run.");
  expect(runVerdict({ ...state, latest: { ...state.latest, effects: [call] } }).word).toBe("Asked again");
});

test("a run that is held up says by what", () => {
  const running = { status: "running", latest: null, lastGood: null, count: 1 } as const;
  expect(runVerdict({ ...running, waitsFor: null }).word).toBe("Running");
  expect(runVerdict({ ...running, waitsFor: "loading the bundler" }).word).toBe("Running · loading the bundler");
});

test("each failure has a word of its own", () => {
  const words = [
    runVerdict(stateOf({ kind: "failed", phase: "compile", error: ERROR }, 1)),
    runVerdict(stateOf({ kind: "failed", phase: "execute", error: ERROR }, 1)),
    runVerdict(stateOf({ kind: "interrupted", phase: "execute", limit: "memory", error: ERROR }, 1)),
    runVerdict(stateOf({ kind: "never-settled", error: ERROR }, 1)),
    runVerdict(stateOf({ kind: "unready", problems: [] }, 1)),
    runVerdict({ status: "hung", message: "", latest: null, lastGood: null, count: 1 }),
    runVerdict({ status: "crashed", message: "", latest: null, lastGood: null, count: 1 }),
  ];
  expect(words.map(({ word }) => word)).toEqual([
    "Does not compile",
    "Failed",
    "Memory limit",
    "Never settles",
    "Scenario mistake",
    "Terminated",
    "Not available",
  ]);
  expect(words.map(({ tone }) => tone)).toEqual(Array.from(words, () => "bad"));
});

import { expect, test } from "vitest";
import type { RunState } from "../../store/playground-store.ts";
import type { RunResult } from "../../workflow/run-result.ts";
import { settledRun, shownResult } from "./shown-result.ts";

const RULE = { provenance: "documented", sentence: "", source: "" } as const;
const GOOD: RunResult = {
  settings: { failurePolicy: "stop", bindings: [], resetClaims: [] },
  trigger: "user:tokens_generation",
  outcome: { kind: "completed" },
  effects: [],
  tokens: [],
  signIn: { kind: "continues", sentence: "The sign-in goes on.", rule: RULE },
  diagnostics: [],
  gaps: [],
  durations: { transpileMs: 0, discoveryMs: 0, executionMs: 0, diffMs: 0, totalMs: 0 },
};
const OUTCOME = {
  kind: "failed",
  phase: "execute",
  error: { name: "Error", message: "no", productionText: "", frames: [] },
} as const;
const FAILED: RunResult = { ...GOOD, outcome: OUTCOME, signIn: { ...GOOD.signIn, kind: "stopped" } };

function run(status: RunState["status"], latest: RunResult | null, lastGood: RunResult | null, count = 1): RunState {
  if (latest === null && status === "idle") return { status, latest, lastGood: null, count };
  const results = latest === null ? { latest, lastGood: null, count } : { latest, lastGood, count };
  if (status === "running") return { status, waitsFor: null, ...results };
  if (status === "hung" || status === "crashed") return { status, message: "too long", ...results };
  if (status === "stopped") return { status, ...results };
  if (status === "idle" || results.latest === null)
    throw new Error("What is done has a result, and nothing else is idle.");
  return { status, ...results };
}

test("a good result is shown as it is", () => {
  expect(shownResult(run("done", GOOD, GOOD))).toEqual({ result: GOOD, isStale: false, failure: null });
});

test("a failure stands before the last good result, which is stale", () => {
  expect(shownResult(run("done", FAILED, GOOD))).toEqual({
    result: GOOD,
    isStale: true,
    failure: { kind: "error", outcome: OUTCOME, result: FAILED },
  });
});

test("a run that failed but let the request go on shows the token it issued", () => {
  const continued: RunResult = { ...FAILED, signIn: { ...GOOD.signIn, kind: "continues-after-failure" } };
  expect(shownResult(run("done", continued, GOOD))).toMatchObject({ result: continued, isStale: false });
});

test("a scenario that cannot be used lists its problems", () => {
  const problems = [{ part: "event", message: "A comma is missing.", line: 1, column: 2 }] as const;
  const unready: RunResult = { ...GOOD, outcome: { kind: "unready", problems } };
  expect(shownResult(run("done", unready, null))).toEqual({
    result: null,
    isStale: true,
    failure: { kind: "unready", problems, result: unready },
  });
});

test("a run that hung, crashed or was stopped leaves the last good result stale", () => {
  expect(shownResult(run("hung", GOOD, GOOD))).toEqual({
    result: GOOD,
    isStale: true,
    failure: { kind: "hung", message: "too long" },
  });
  expect(shownResult(run("stopped", GOOD, GOOD)).failure).toEqual({ kind: "stopped" });
});

test("while a run is under way the one before stays, also when it hung", () => {
  const hung = run("hung", GOOD, GOOD);
  expect(settledRun(hung, run("running", GOOD, GOOD))).toBe(hung);
  const next = run("done", GOOD, GOOD, 2);
  expect(settledRun(hung, next)).toBe(next);
});

test("another project's first run shows nothing of the one before", () => {
  const fresh = run("running", null, null);
  expect(settledRun(run("done", GOOD, GOOD), fresh)).toBe(fresh);
});

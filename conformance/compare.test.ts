/** The comparer agrees exactly where the recorded format says so, and nowhere else. */
import { expect, test } from "vitest";
import type { Effect, Outcome } from "../src/workflow/execution.ts";
import { compareRun, matches } from "./compare.ts";
import type { Observed } from "./observed.ts";
import type { Expected } from "./vector.ts";

const plain = (text: string) => ({ text, problem: null });
const completed: Outcome = { kind: "completed" };
const failedWith = (productionText: string, name = "", line?: number): Outcome => ({
  kind: "failed",
  phase: "execute",
  error: {
    name,
    message: "",
    productionText,
    frames: [],
    ...(line === undefined ? {} : { position: { file: "Workflow.ts", line, column: 1 } }),
  },
});
const observed = (
  outcome: Outcome,
  effects: readonly Effect[] = [],
  phase: Observed["phase"] = "execute",
): Observed => ({
  phase,
  outcome,
  effects,
  diagnostics: [],
});
const nothing: Expected = { phase: "execute", ok: true, claimWrites: [], calls: [], logs: [] };
const failing = (error: NonNullable<Expected["error"]>, phase: Expected["phase"] = "execute"): Expected => ({
  ...nothing,
  ok: false,
  phase,
  error,
});

test("values match whatever the order of their members", () => {
  expect(matches({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 })).toBe(true);
  expect(matches({ a: 1 }, { a: 1, b: 2 })).toBe(false);
  expect(matches([1, 2], [1])).toBe(false);
  expect(matches({ a: { $any: true } }, { a: [5] })).toBe(true);
  expect(matches({ $bigint: "5" }, { $bigint: "5" })).toBe(true);
  expect(matches({ $number: "NaN" }, { $number: "Infinity" })).toBe(false);
  expect(matches(JSON.parse('{"__proto__":{"a":1}}'), JSON.parse('{"__proto__":{"a":2}}'))).toBe(false);
  expect(matches(0, -0)).toBe(true);
});

test("claim writes count in order, with their problems", () => {
  const write = (name: string, text: string, problem: null | { path: string; reason: string } = null): Effect => ({
    kind: "claim",
    token: "idToken",
    name,
    value: { text, problem },
  });
  const expected: Expected = {
    ...nothing,
    claimWrites: [
      { token: "idToken", name: "a", value: 1 },
      { token: "idToken", name: "b", unserializable: true },
      { token: "idToken", name: "c", anyValue: true },
    ],
  };
  const right = [write("a", "1"), write("b", "{}", { path: "", reason: "NaN" }), write("c", "5")];
  expect(compareRun(expected, observed(completed, right))).toBeNull();
  expect(compareRun(expected, observed(completed, right.slice(0, 2)))).toMatch(/^claim write 3:/);
  expect(compareRun(expected, observed(completed, [write("a", "2"), ...right.slice(1)]))).toMatch(/^claim write 1:/);
  expect(compareRun(expected, observed(completed, [write("a", "1"), write("b", "1"), write("c", "5")]))).toMatch(
    /^claim write 2:/,
  );
});

test("errors are compared as the vector asks", () => {
  const text = failing({ compare: "text", text: "Error: a", line: 3 });
  expect(compareRun(text, observed(failedWith("Error: a\n\tat f", "Error", 3)))).toBeNull();
  expect(compareRun(text, observed(failedWith("Error: a", "Error", 4)))).toBe("error at line 4, expected 3");
  expect(compareRun(text, observed(failedWith("Error: b", "Error", 3)))).toBe('error "Error: b", expected "Error: a"');
  expect(compareRun(text, observed(completed))).toMatch(/^it ran/);
  const type = failing({ compare: "type", text: "TypeError: x", type: "TypeError" });
  expect(compareRun(type, observed(failedWith("TypeError: y", "TypeError")))).toBeNull();
  expect(compareRun(type, observed(failedWith("RangeError: x", "RangeError")))).toMatch(/^error class RangeError/);
  const fails = failing({ compare: "fails", text: "whatever" }, "compile");
  expect(compareRun(fails, observed(failedWith("because"), [], "introspect"))).toBeNull();
  expect(compareRun(fails, observed(failedWith("because")))).toBe("it ended in execute, expected compile");
  expect(compareRun(fails, observed(failedWith(""), [], "compile"))).toMatch(/^it ended with ""/);
});

test("only a stop counts as the time limit", () => {
  const timeout = failing({ compare: "timeout", text: "execution time exceeded" });
  const outcome = failedWith("execution time exceeded");
  if (outcome.kind !== "failed") throw new Error("a failure was asked for");
  expect(compareRun(timeout, observed(outcome))).toMatch(/^it ended with/);
  expect(compareRun(timeout, observed({ ...outcome, kind: "interrupted", limit: "time" }))).toBeNull();
});

test("what was returned counts only where it was recorded", () => {
  const returned = observed({ kind: "completed", returned: plain('{"a":1}') });
  expect(compareRun(nothing, returned)).toBeNull();
  expect(compareRun({ ...nothing, returned: { a: 1 } }, returned)).toBeNull();
  expect(compareRun({ ...nothing, returned: { a: 2 } }, returned)).toBe('returned {"a":1}, expected {"a":2}');
});

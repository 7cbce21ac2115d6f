import { expect, test } from "vitest";
import type { Effect } from "../../../workflow/execution.ts";
import { verdictsOf } from "./verdicts.ts";

const value = (json: unknown) => ({ text: JSON.stringify(json), problem: null });
const call = (fn: string, ...args: unknown[]): Effect => ({ kind: "call", fn, args: args.map(value) });
const position = { file: "Workflow.ts", line: 3, column: 5 };

test("what the workflow told Kinde, in the order of its calls", () => {
  expect(
    verdictsOf([
      call("kinde.fetch", "https://a.example"),
      { ...call("kinde.auth.denyAccess", "blocked"), position },
      call("kinde.widget.invalidateFormField", "p_first_password", "Too short"),
      call("kinde.mfa.setEnforcementPolicy", "skip"),
      call("kinde.plan.denySelection", "Not now", ["a", "b"]),
      call("kinde.plan.denySelection", "No reasons", null),
      call("kinde.plan.denyCancellation", "Still owes"),
    ]),
  ).toEqual([
    { kind: "access-denied", reason: "blocked", position },
    { kind: "field-invalidated", field: "p_first_password", message: "Too short" },
    { kind: "mfa-policy", policy: "skip" },
    { kind: "plan-selection-denied", message: "Not now", reasons: ["a", "b"] },
    { kind: "plan-selection-denied", message: "No reasons", reasons: [] },
    { kind: "plan-cancellation-denied", message: "Still owes" },
  ]);
});

test("arguments that are no strings are written as they are; none is empty", () => {
  expect(verdictsOf([call("kinde.auth.denyAccess", { why: "obj" }), call("kinde.auth.denyAccess")])).toEqual([
    { kind: "access-denied", reason: '{ why: "obj" }' },
    { kind: "access-denied", reason: "" },
  ]);
});

test("a call the host refused counts for nothing", () => {
  const refused: Effect = { kind: "call", fn: "kinde.auth.denyAccess", args: [], answer: { error: "no" } };
  expect(verdictsOf([refused])).toEqual([]);
});

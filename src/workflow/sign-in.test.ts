/** What the sign-in does after each way a run can end. */
import { expect, test } from "vitest";
import type { Effect, Outcome, WorkflowError } from "./execution.ts";
import { parseSettings } from "./settings.ts";
import { signInAfter } from "./sign-in.ts";

const ERROR: WorkflowError = { name: "Error", message: "x", productionText: "Error: x", frames: [] };
const THREW: Outcome = { kind: "failed", phase: "execute", error: ERROR };
const settings = (json: unknown) => parseSettings({ text: JSON.stringify(json), problem: null });
const call = (fn: string, ...args: readonly unknown[]): Effect => ({
  kind: "call",
  fn,
  args: args.map((arg) => ({ text: JSON.stringify(arg), problem: null })),
});

test("a workflow that completes lets the sign-in go on", () => {
  expect(signInAfter({ kind: "completed" }, [], settings({}), "user:tokens_generation")).toMatchObject({
    kind: "continues",
    sentence: "The sign-in goes on.",
  });
});

test("a failure stops the sign-in unless the policy says continue", () => {
  expect(signInAfter(THREW, [], settings({}), "user:tokens_generation")).toMatchObject({
    kind: "stopped",
    sentence: "The sign-in stops because the workflow failed (failurePolicy “stop”): no token is issued.",
    rule: { provenance: "documented" },
  });
  const continues = settings({ failurePolicy: { action: "continue" } });
  expect(signInAfter(THREW, [], continues, "m2m:token_generation")).toMatchObject({
    kind: "continues-after-failure",
    rule: { provenance: "simulated" },
  });
});

test("what cannot be deployed never runs", () => {
  const outcome: Outcome = { kind: "failed", phase: "introspect", error: ERROR };
  expect(signInAfter(outcome, [], settings({}), "user:tokens_generation").kind).toBe("not-started");
});

test("a denial names its reason, and a denial in a failed run is a failed run", () => {
  const deny = [call("kinde.auth.denyAccess", "Not on the list")];
  expect(signInAfter({ kind: "completed" }, deny, settings({}), "user:tokens_generation")).toMatchObject({
    kind: "denied",
    sentence: "Access is denied with the reason “Not on the list”. No token is issued.",
  });
  expect(signInAfter(THREW, deny, settings({}), "user:tokens_generation").kind).toBe("stopped");
  const plan = [call("kinde.plan.denySelection", "Too many users", ["a"])];
  expect(signInAfter({ kind: "completed" }, plan, settings({}), "user:plan_selection").sentence).toBe(
    "The plan selection is denied: “Too many users”.",
  );
});

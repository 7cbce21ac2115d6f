/** A failure comes with what to do about it. */
import { expect, test } from "vitest";
import { adviceFor } from "./advice.ts";
import { programOf, runBody, runProgram, workflowOf } from "../../testing/run-body.ts";

test("what is missing is named as it has to be declared", () => {
  const text = "Error: IdToken binding not available, please add to workflow/page settings to enable";
  expect(adviceFor(text, "execute")).toBe('Declare the binding "kinde.idToken": {} under workflowSettings.bindings.');
  expect(adviceFor("ReferenceError: console is not defined", "execute")).toBe(
    "Declare the binding console: {} under workflowSettings.bindings.",
  );
  expect(adviceFor("ReferenceError: console is not defined", "introspect")).toMatch(/Use console inside the function/);
  expect(adviceFor("Error: boom", "execute")).toBeUndefined();
});

test("a failed run carries it", async () => {
  const adviceOf = ({ outcome }: Awaited<ReturnType<typeof runBody>>) =>
    outcome.kind === "completed" ? undefined : outcome.error.advice;
  expect(adviceOf(await runBody("process.exit();"))).toBe(
    "Kinde’s engine has no process: it is a plain ECMAScript engine, neither Node nor a browser.",
  );
  const bindings = '"kinde.env": {}';
  expect(adviceOf(await runProgram(programOf(workflowOf("", bindings))))).toBe(
    'Declare the binding "kinde.accessToken": {} under workflowSettings.bindings.',
  );
  expect(adviceOf(await runBody("await new Promise(() => {});"))).toMatch(/needs something that resolves it/);
  expect(adviceOf(await runBody('throw new Error("mine");'))).toBeUndefined();
});

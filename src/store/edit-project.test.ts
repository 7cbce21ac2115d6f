/** File operations keep a project runnable, and say in a sentence when they cannot. */
import { expect, test } from "vitest";
import { createProject } from "../workflow/project.ts";
import { addFile, deleteFile, renameFile } from "./edit-files.ts";
import { withEvent, withFileText, withToken } from "./edit-project.ts";

const PROJECT = createProject([
  { name: "Workflow.ts", text: "a" },
  { name: "lib.ts", text: "b" },
]);

test("typing the same text is no change", () => {
  expect(withFileText(PROJECT, "Workflow.ts", "a")).toBe(PROJECT);
  expect(withFileText(PROJECT, "lib.ts", "c").files).toEqual([PROJECT.files[0], { name: "lib.ts", text: "c" }]);
});

test("a new file needs a free name with an ending that Kinde bundles", () => {
  expect(addFile(PROJECT, "util/claims.ts")).toMatchObject({ kind: "ok" });
  expect(addFile(PROJECT, "lib.ts")).toEqual({ kind: "refused", message: "There is already a file named lib.ts." });
  expect(addFile(PROJECT, "lib.py")).toMatchObject({ kind: "refused" });
  expect(addFile(PROJECT, "../lib.ts")).toMatchObject({ kind: "refused" });
  expect(addFile(PROJECT, "")).toMatchObject({ kind: "refused" });
});

test("the workflow can neither be deleted nor renamed away", () => {
  expect(deleteFile(PROJECT, "Workflow.ts")).toMatchObject({ kind: "refused" });
  expect(deleteFile(PROJECT, "lib.ts")).toEqual({ kind: "ok", project: { ...PROJECT, files: [PROJECT.files[0]] } });
  expect(renameFile(PROJECT, "Workflow.ts", "main.ts")).toMatchObject({ kind: "refused" });
  expect(renameFile(PROJECT, "Workflow.ts", "TokenWorkflow.tsx")).toMatchObject({
    kind: "ok",
    project: { files: [{ name: "TokenWorkflow.tsx", text: "a" }, { name: "lib.ts" }] },
  });
});

test("a base token and an event go back to their seeds, each alone", () => {
  const [scenario] = PROJECT.scenarios;
  const edited = withEvent(withToken(scenario, "idToken", "{}", true), "user:pre_mfa", "{}");
  expect(edited.tokens).toEqual({ idToken: { text: "{}", imported: true } });
  expect(edited.events).toEqual({ "user:pre_mfa": "{}" });
  expect(withToken(edited, "idToken", null, false)).toEqual({ ...scenario, events: { "user:pre_mfa": "{}" } });
});

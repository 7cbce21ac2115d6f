import { expect, test } from "vitest";
import { zipSync } from "fflate";
import { fromZip } from "./kinde-repository.ts";
import { versionNotes } from "./repository-versions.ts";

const PINNING = JSON.stringify({ integrations: { npm: { enabled: true } } });
const packageJson = (version: string) => JSON.stringify({ dependencies: { "@kinde/infrastructure": version } });
const SOURCE = `import { denyAccess, WorkflowTrigger, getM2MToken as token } from "@kinde/infrastructure";
// WorkflowTrigger.NewUsernameProvided
export const workflowSettings = { id: "a", trigger: WorkflowTrigger.UserPreRegistration };
export default async () => {};
`;
const files = [{ name: "Workflow.ts", text: SOURCE }];
const notesOf = (version: string, kindeJson: string | undefined = PINNING, packageLock?: string) =>
  versionNotes({ packageJson: packageJson(version), packageLock, kindeJson, files });

test("what the pinned version does not have yet is named with the version that has it", () => {
  expect(notesOf("0.6.0")).toEqual([
    "WorkflowTrigger.UserPreRegistration is in @kinde/infrastructure 0.8.0 and not yet in 0.6.0; this repository pins 0.6.0.",
  ]);
  expect(notesOf("^0.3.0")).toEqual([
    "getM2MToken is in @kinde/infrastructure 0.6.0 and not yet in 0.4.1; this repository pins ^0.3.0.",
    "WorkflowTrigger.UserPreRegistration is in @kinde/infrastructure 0.8.0 and not yet in 0.6.0; this repository pins ^0.3.0.",
  ]);
});

test("the lock counts before the range", () => {
  const lock = JSON.stringify({ packages: { "node_modules/@kinde/infrastructure": { version: "0.6.0" } } });
  expect(notesOf("^0.6.0")).toEqual([]);
  expect(notesOf("^0.6.0", PINNING, lock)).toHaveLength(1);
});

test("what is not known is not claimed", () => {
  for (const version of ["0.7.1", "~0.6.0", "0.8.0", "0.9.0", "^0.9.0", "latest", ">=0.1.0", "workspace:*"])
    expect(notesOf(version), version).toEqual([]);
  expect(versionNotes({ packageJson: "{", packageLock: undefined, kindeJson: PINNING, files })).toEqual([]);
});

test("a version that is not pinned, or newer than the one that runs here, is told", () => {
  expect(notesOf("0.6.0", "{}")).toEqual([expect.stringContaining("does not enable the npm integration")]);
  expect(notesOf("0.9.0", "{}")).toEqual([]);
  expect(notesOf("^0.21.1")).toEqual([
    "This repository pins @kinde/infrastructure ^0.21.1; the playground runs 0.9.0, without what came later.",
  ]);
});

test("a zip is told by the package.json nearest above its workflow", () => {
  const text = (content: string) => new TextEncoder().encode(content);
  const opened = fromZip(
    zipSync({
      "repo/package.json": text(packageJson("0.6.0")),
      "repo/kinde.json": text(PINNING),
      "repo/package-lock.json": text("not JSON"),
      "package.json": text(packageJson("0.9.0")),
      "repo/kindeSrc/environment/workflows/a/Workflow.ts": text(SOURCE),
    }),
  );
  expect(opened.kind === "project" && opened.notes).toHaveLength(1);
});

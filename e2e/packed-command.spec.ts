/** The command as it is published: packed, unpacked and run in an empty folder. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";

const BUILT = fileURLToPath(new URL("../dist/packages/cli", import.meta.url));

test("packed and unpacked in an empty folder the command runs a workflow", () => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), "kinde-workflows-packed-"));
  execFileSync("npm", ["pack", BUILT, "--silent"], { cwd: folder, shell: process.platform === "win32" });
  const packed = readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "";
  execFileSync("tar", ["-xzf", packed], { cwd: folder });
  writeFileSync(
    join(folder, "Workflow.ts"),
    `import { WorkflowTrigger, accessTokenCustomClaims } from "@kinde/infrastructure";
export const workflowSettings = { id: "a", trigger: WorkflowTrigger.UserTokenGeneration, bindings: { "kinde.accessToken": {} } };
export default async function Workflow() { accessTokenCustomClaims<{ plan: string }>().plan = "gold"; }
`,
  );
  writeFileSync(
    join(folder, "scenarios.json"),
    '{"version": 1, "scenarios": [{"name": "a", "expect": {"accessToken": {"plan": {"is": "gold"}}}}]}',
  );
  const command = join(folder, "package/kinde-workflows.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, "test", "--filter", "a"], {
    cwd: folder,
    encoding: "utf8",
  });
  expect([stdout, stderr, status]).toEqual(["ok   Workflow › a\n1 holds, 0 fail, 0 not checked\n", "", 0]);
});

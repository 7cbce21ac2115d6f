/** Builds the hostile tests' own pages as the playground is built. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

let folder: string | null = null;

/** Once in a process, into a folder of its own. @returns the folder to serve. A removal (`scripts/hostile-controls.mjs`) builds into one of its own. */
export function buildHarness(): string {
  if (folder !== null) return folder;
  const place = `../../test-results/hostile-${process.env["TEST_PARALLEL_INDEX"] ?? 0}`;
  folder = process.env["HOSTILE_OUT"] ?? fileURLToPath(new URL(place, import.meta.url));
  execFileSync("npx", ["vite", "build", "--config", "e2e/hostile/vite.config.ts", "--logLevel", "error"], {
    cwd: ROOT,
    env: { ...process.env, HOSTILE_OUT: folder },
    shell: process.platform === "win32",
  });
  return folder;
}

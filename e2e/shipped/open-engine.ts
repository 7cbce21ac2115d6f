/** Opens an address in a browser of an engine, headless, with a profile of its own; no driver is needed for a page that reports by itself. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BROWSER_ARGUMENTS, findBrowser } from "../../scripts/browser.ts";

export type EngineName = "chromium" | "firefox" | "webkit";
export const ENGINE_NAMES: readonly EngineName[] = ["chromium", "firefox", "webkit"];

/** @returns a function that ends the browser. @throws when the engine cannot be had here, with what to install. */
export function openEngine(engine: EngineName, url: string): () => void {
  const program = findBrowser(engine);
  const profile = mkdtempSync(join(tmpdir(), "shipped-"));
  const [command, ...args] = commandOf(engine, program, profile, url);
  const child: ChildProcess = spawn(command ?? program, args, {
    stdio: "ignore",
    detached: process.platform !== "win32",
  });
  return () => {
    try {
      // The whole group: a browser has processes of its own.
      if (child.pid !== undefined) process.kill(process.platform === "win32" ? child.pid : -child.pid, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
}

function commandOf(engine: EngineName, program: string, profile: string, url: string): readonly string[] {
  switch (engine) {
    case "chromium":
      return [
        program,
        "--headless",
        `--user-data-dir=${profile}`,
        "--disable-dev-shm-usage",
        ...BROWSER_ARGUMENTS,
        url,
      ];
    case "firefox":
      return [program, "--headless", "--no-remote", "--profile", profile, url];
    case "webkit":
      return ["xvfb-run", "-a", program, "--private", url];
  }
}

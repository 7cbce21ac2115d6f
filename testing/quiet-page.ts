/** A page for tests of what is saved while one types: its clock is the test's, it hears of no event, and its runs never end. */
import { afterEach, beforeEach, vi } from "vitest";
import { createPlaygroundStore, type PlaygroundStore, type ProjectSource } from "../src/store/playground-store.ts";
import type { Runtime } from "../src/worker/runtime.ts";
import type { Project } from "../src/workflow/project.ts";

/** For each test of the file that calls it. */
export function quietPage(): void {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("addEventListener", () => {});
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}

export function quietStore(project: Project, origin: ProjectSource): PlaygroundStore {
  const runtime = { run: () => new Promise(() => {}), stop: () => {} } as unknown as Runtime;
  return createPlaygroundStore({ runtime, project, origin, nowMs: () => 0, timeoutMs: 1 });
}

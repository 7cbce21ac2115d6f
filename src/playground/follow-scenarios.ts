/** Runs a project's other scenarios as soon as it has some, or anything is expected of it; a person with one scenario starts nothing. */
import { comparesScenarios } from "../store/active-scenario.ts";
import type { PlaygroundState, PlaygroundStore, ScenarioRun } from "../store/playground-store.ts";
import { loadPart } from "../views/parts/load-part.ts";
import { createBrowserRuntime, startFullWorker } from "../worker/browser-runtime.ts";

/**
 * @param timeoutMs limit of one run, in milliseconds.
 * @param partial the last answer of a worker without diagnostics.
 */
export function followScenarios(store: PlaygroundStore, timeoutMs: number, partial: ScenarioRun | null): void {
  let stop: (() => void) | null = null;

  async function start(): Promise<void> {
    const { runScenarios } = await loadPart(() => import("../store/run-scenarios.ts"));
    runScenarios(store, { startRuntime: () => createBrowserRuntime(loadPart, startFullWorker), timeoutMs, partial });
  }

  function follow(state: PlaygroundState): boolean {
    if (!comparesScenarios(state)) return false;
    stop?.();
    void start();
    return true;
  }

  if (!follow(store.getState())) stop = store.subscribe(follow);
}

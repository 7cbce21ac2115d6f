/** Runs a project's other scenarios as soon as it has some, or anything is expected of it; a person with one scenario starts nothing. */
import { comparesScenarios } from "../store/active-scenario.ts";
import type { PlaygroundState, PlaygroundStore, ScenarioRun } from "../store/playground-store.ts";
import { runScenarios } from "../store/run-scenarios.ts";
import { loadPart } from "../views/parts/load-part.ts";
import { createBrowserRuntime, startFullWorker } from "../worker/browser-runtime.ts";

/**
 * @param timeoutMs limit of one run, in milliseconds.
 * @param partial the last answer of a worker without diagnostics.
 */
export function followScenarios(store: PlaygroundStore, timeoutMs: number, partial: ScenarioRun | null): void {
  let stop: (() => void) | null = null;

  function follow(state: PlaygroundState): boolean {
    if (!comparesScenarios(state)) return false;
    stop?.();
    const startRuntime = () => createBrowserRuntime(loadPart, startFullWorker);
    runScenarios(store, { startRuntime, timeoutMs, partial });
    return true;
  }

  if (!follow(store.getState())) stop = store.subscribe(follow);
}

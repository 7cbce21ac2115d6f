/** Runs a project's other scenarios as soon as it has some, or anything is expected of it; a person with one scenario starts nothing. */
import type { PlaygroundState, PlaygroundStore } from "../store/playground-store.ts";
import { runScenarios } from "../store/run-scenarios.ts";
import { loadPart } from "../views/parts/load-part.ts";
import { createBrowserRuntime, startFullWorker } from "../worker/browser-runtime.ts";

/** @param timeoutMs limit of one run, in milliseconds. */
export function followScenarios(store: PlaygroundStore, timeoutMs: number): void {
  const partial = store.getState().answered;

  function isWanted({ project: { scenarios } }: PlaygroundState): boolean {
    return scenarios.length > 1 || scenarios[0].expect !== "";
  }

  let stop: (() => void) | null = null;

  function follow(state: PlaygroundState): boolean {
    if (!isWanted(state)) return false;
    stop?.();
    const startRuntime = () => createBrowserRuntime(loadPart, startFullWorker);
    runScenarios(store, { startRuntime, timeoutMs, partial });
    return true;
  }

  if (!follow(store.getState())) stop = store.subscribe(follow);
}

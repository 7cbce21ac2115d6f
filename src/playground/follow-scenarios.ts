/** Runs a project's other scenarios as soon as it has some, or anything is expected of it; a person with one scenario starts nothing. */
import { comparesScenarios } from "../store/active-scenario.ts";
import type { PlaygroundState, PlaygroundStore, ScenarioRun } from "../store/playground-store.ts";
import { messageOf } from "../views/our-failure/fail.ts";
import { loadPart } from "../views/parts/load-part.ts";
import { createBrowserRuntime, startFullWorker } from "../worker/browser-runtime.ts";

type FollowParts = {
  /** Limit of one run, in milliseconds. */
  readonly timeoutMs: number;
  /** The last answer of a worker without diagnostics. */
  readonly partial: ScenarioRun | null;
  /** Told once why they do not run; they are tried again with whatever is done next. */
  readonly onFailure: (words: string) => void;
};

export function followScenarios(store: PlaygroundStore, { timeoutMs, partial, onFailure }: FollowParts): void {
  let isStarted = false;
  let hasFailed = false;

  async function start(): Promise<void> {
    isStarted = true;
    try {
      const { runScenarios } = await loadPart(() => import("../store/run-scenarios.ts"));
      stop();
      runScenarios(store, { startRuntime: () => createBrowserRuntime(loadPart, startFullWorker), timeoutMs, partial });
    } catch (error) {
      isStarted = false;
      if (!hasFailed) onFailure(`The other scenarios do not run. ${messageOf(error)}`);
      hasFailed = true;
    }
  }

  function follow(state: PlaygroundState): void {
    if (!isStarted && comparesScenarios(state)) void start();
  }

  const stop = store.subscribe(follow);
  follow(store.getState());
}

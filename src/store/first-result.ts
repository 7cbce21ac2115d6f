/** Waits for the first run of a store. */
import type { PlaygroundStore } from "./playground-store.ts";

/** Resolves when the run that is under way has ended, however it did. */
export function firstResult(store: PlaygroundStore): Promise<void> {
  return new Promise((resolve) => {
    const stop = store.subscribe(({ run }) => {
      if (run.status === "running") return;
      stop();
      resolve();
    });
  });
}

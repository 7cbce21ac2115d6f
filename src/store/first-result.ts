/** Waits for the first run of a store, but not for ever. */
import type { PlaygroundStore } from "./playground-store.ts";

/** Resolves when the run that is under way has ended, however it did, or when the time is up. */
export function firstResult(store: PlaygroundStore, limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, limitMs);
    const stop = store.subscribe(({ run }) => {
      if (run.status === "running") return;
      stop();
      resolve();
    });
  });
}

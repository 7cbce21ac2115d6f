/** Waits for the first run of a store, but not for long where it is the author's text that takes the time. */
import type { PlaygroundStore, RunState } from "./playground-store.ts";

/** For all that has to arrive and start, in milliseconds. */
const STARTING_LIMIT_MS = 3_000;
/** For what an author wrote, in milliseconds. */
const TEXT_LIMIT_MS = 300;

/** Resolves when the run that is under way has ended, however it did. */
export const runEnded = (store: PlaygroundStore) => runIs(store, (status) => status !== "running");

/** Resolves when a run has given its result. */
export const runDone = (store: PlaygroundStore) => runIs(store, (status) => status === "done");

function runIs(store: PlaygroundStore, isMet: (status: RunState["status"]) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = store.subscribe(({ run }) => {
      if (!isMet(run.status)) return;
      stop();
      resolve();
    });
  });
}

/** Resolves when the run that is under way has ended, or when the interface should wait for it no longer. */
export function firstResult(store: PlaygroundStore): Promise<void> {
  return new Promise((resolve) => {
    void runEnded(store).then(resolve);
    setTimeout(resolve, STARTING_LIMIT_MS);
    const follow = () => {
      const { run } = store.getState();
      if (run.status === "running" && run.waitsFor === "starting the sandbox") return;
      stop();
      setTimeout(resolve, TEXT_LIMIT_MS);
    };
    const stop = store.subscribe(follow);
    follow();
  });
}

/** The state as the less urgent parts of the page read it: a new result reaches them when the claims it changed have been painted. */
import { afterPaint } from "./next-paint.ts";
import type { PlaygroundState, PlaygroundStore, RunState } from "./playground-store.ts";

/** A run is told of when it takes longer than this, in milliseconds. */
const NOTICED_MS = 100;

export type Reads = Pick<PlaygroundStore, "getState" | "getInitialState" | "subscribe">;

/**
 * Everything but the run is as in the store at any time. A run that begins, or ends with a result, is held back; one that ends
 * otherwise, and a project that is opened, are told at once.
 * @param painted settles when what has been drawn by now was painted.
 */
export function createDeferredReads(store: PlaygroundStore, painted: () => Promise<void> = afterPaint): Reads {
  let shown = store.getState();
  /** The newest result that has not been told yet. */
  let held: RunState | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<Parameters<PlaygroundStore["subscribe"]>[0]>();

  function show(state: PlaygroundState, run: RunState): void {
    const previous = shown;
    shown = run === state.run ? state : { ...state, run };
    for (const listener of listeners) listener(shown, previous);
  }

  function hold(run: RunState): void {
    if (held === null) {
      void painted().then(() => {
        if (held === null) return;
        const told = held;
        held = null;
        show(store.getState(), told);
      });
    }
    held = run;
  }

  function showIfStillRunning(run: RunState): void {
    if (store.getState().run === run) show(store.getState(), run);
  }

  store.subscribe((state, previous) => {
    const { run } = state;
    if (run === previous.run) return show(state, shown.run);
    clearTimeout(timer);
    const follows = run.latest !== null && shown.run.latest !== null;
    if (follows && run.status === "running") timer = setTimeout(showIfStillRunning, NOTICED_MS, run);
    else if (follows && run.status === "done") hold(run);
    else {
      held = null;
      show(state, run);
    }
  });

  return {
    getState: () => shown,
    getInitialState: store.getInitialState,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

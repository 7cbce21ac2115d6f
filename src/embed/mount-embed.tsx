/** Puts React's embed in the place of the first paint, and has its other scenarios run. */
import "../views/styles/controls.css";
import { createRoot } from "react-dom/client";
import { comparesScenarios } from "../store/active-scenario.ts";
import type { PlaygroundState } from "../store/playground-store.ts";
import { createDeferredReads } from "../store/deferred-reads.ts";
import { PlaygroundContext } from "../store/use-playground.ts";
import { showUncaughtErrors } from "../views/our-failure/show-uncaught-errors.ts";
import { ErrorBoundary } from "../views/parts/ErrorBoundary.tsx";
import { loadPart } from "../views/parts/load-part.ts";
import type { Runtime } from "../worker/runtime.ts";
import { Embed } from "./Embed.tsx";
import type { EmbedParts } from "./embed-parts.ts";

type Running = {
  /** The store's own. */
  readonly runtime: Runtime;
  /** Limit of one run, in milliseconds. */
  readonly timeoutMs: number;
};

export async function mountEmbed(root: HTMLElement, parts: EmbedParts, running: Running): Promise<void> {
  const { store } = parts;
  const isSeveral = comparesScenarios(store.getState());
  const several = isSeveral ? await loadPart(() => import("./scenarios/EmbedScenarios.tsx")) : null;
  showUncaughtErrors(root);
  createRoot(root).render(
    <PlaygroundContext value={{ store, deferred: createDeferredReads(store) }}>
      <ErrorBoundary view="example">
        <Embed parts={parts} several={several} />
      </ErrorBoundary>
    </PlaygroundContext>,
  );
  followOnce(parts, running);
}

/** As soon as there are several. */
function followOnce({ store, host }: EmbedParts, { runtime, timeoutMs }: Running): void {
  let isFollowed = false;
  const follow = (state: PlaygroundState) => {
    if (isFollowed || !comparesScenarios(state)) return;
    isFollowed = true;
    loadPart(() => import("./scenarios/follow-scenarios.ts"))
      .then(({ followScenarios }) => followScenarios(store, runtime, timeoutMs, host.post))
      .catch((error: unknown) => console.warn("The other scenarios of this example do not run.", error));
  };
  follow(store.getState());
  store.subscribe(follow);
}

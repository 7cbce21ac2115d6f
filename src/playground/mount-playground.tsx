/** Puts React's page in the place of the first paint. */
import { createRoot } from "react-dom/client";
import type { PlaygroundStore } from "../store/playground-store.ts";
import { PlaygroundContext } from "../store/use-playground.ts";
import { ErrorBoundary } from "../views/parts/ErrorBoundary.tsx";
import { Playground } from "./Playground.tsx";

/** @param notice what to tell first: why the address's link could not be opened, in plain words. */
export function mountPlayground(
  root: HTMLElement,
  store: PlaygroundStore,
  storage: Storage | null,
  notice: string | null,
): void {
  createRoot(root).render(
    <PlaygroundContext value={store}>
      <ErrorBoundary view="page">
        <Playground storage={storage} notice={notice} />
      </ErrorBoundary>
    </PlaygroundContext>,
  );
}

/** Puts React's page in the place of the first paint. */
import { createRoot } from "react-dom/client";
import type { PlaygroundStore } from "../store/playground-store.ts";
import { PlaygroundContext } from "../store/use-playground.ts";
import { ErrorBoundary } from "../views/parts/ErrorBoundary.tsx";
import { Playground } from "./Playground.tsx";

export function mountPlayground(root: HTMLElement, store: PlaygroundStore, storage: Storage | null): void {
  createRoot(root).render(
    <PlaygroundContext value={store}>
      <ErrorBoundary view="page">
        <Playground storage={storage} />
      </ErrorBoundary>
    </PlaygroundContext>,
  );
}

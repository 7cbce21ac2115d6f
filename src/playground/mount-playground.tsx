/** Puts React's page, where edits begin, in the place of the first paint. */
import { createRoot } from "react-dom/client";
import { keepHistory } from "../store/history.ts";
import { keepWork } from "../store/keep-work.ts";
import { keepLinkEdits } from "../store/link-edits.ts";
import type { PlaygroundStore } from "../store/playground-store.ts";
import { createStash } from "../store/stash.ts";
import { createQuietReads } from "../store/quiet-reads.ts";
import { PlaygroundContext } from "../store/use-playground.ts";
import { fail, type LoadWaysOn } from "../views/our-failure/fail.ts";
import { tellFailures } from "../views/our-failure/tell-failures.ts";
import { ErrorBoundary } from "../views/parts/ErrorBoundary.tsx";
import { followClearing } from "./clear-everything.ts";
import { renewStylesheets } from "../views/parts/load-again.ts";
import { Playground } from "./Playground.tsx";
import type { Storages } from "./storage.ts";

/** @param notice what to tell first: why the address's link could not be opened, in plain words. */
export function mountPlayground(
  root: HTMLElement,
  store: PlaygroundStore,
  storages: Storages,
  loadWaysOn: LoadWaysOn,
  notice: string | null,
): void {
  tellFailures(root, loadWaysOn);
  followClearing(storages);
  renewStylesheets().catch(() =>
    fail(
      root,
      "The playground's looks did not arrive. Check the connection and reload the page; your work is kept.",
      loadWaysOn,
    ),
  );
  const { local, session } = storages;
  if (session !== null) keepLinkEdits(store, session);
  const stash = createStash(local);
  const history = keepHistory(store, local);
  createRoot(root).render(
    <PlaygroundContext value={{ store, quiet: createQuietReads(store) }}>
      <ErrorBoundary view="page">
        <Playground storages={storages} stash={stash} history={history} notice={notice} />
      </ErrorBoundary>
    </PlaygroundContext>,
  );
  if (local !== null) keepWork(store, { local, session }, stash);
}

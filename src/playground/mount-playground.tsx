/** Puts React's page, where edits begin, in the place of the first paint; then come the signer, the other scenarios and Monaco, one after the other. */
import { createRoot } from "react-dom/client";
import { keepHistory } from "../store/history.ts";
import { keepWork } from "../store/keep-work.ts";
import { keepLinkEdits } from "../store/link-edits.ts";
import type { PlaygroundStore } from "../store/playground-store.ts";
import { nextPaint } from "../store/next-paint.ts";
import { createStash } from "../store/stash.ts";
import { createQuietReads } from "../store/quiet-reads.ts";
import { PlaygroundContext } from "../store/use-playground.ts";
import { fail, type LoadWaysOn, messageOf } from "../views/our-failure/fail.ts";
import { tellFailures } from "../views/our-failure/tell-failures.ts";
import { ErrorBoundary } from "../views/parts/ErrorBoundary.tsx";
import { followClearing } from "./clear-everything.ts";
import { renewStylesheets } from "../views/parts/load-again.ts";
import { loadPart } from "../views/parts/load-part.ts";
import { startSigning } from "../views/result/jwt/start-signing.ts";
import type { Runtime } from "../worker/runtime.ts";
import { followScenarios } from "./follow-scenarios.ts";
import { Playground } from "./Playground.tsx";
import type { Storages } from "./storage.ts";

export type PlaygroundParts = {
  readonly store: PlaygroundStore;
  readonly runtime: Runtime;
  readonly storages: Storages;
  readonly loadWaysOn: LoadWaysOn;
  /** What to tell first: why the address's link could not be opened, in plain words. */
  readonly notice: string | null;
  /** Of one run, in milliseconds. */
  readonly runLimitMs: number;
};

export async function mountPlayground(root: HTMLElement, parts: PlaygroundParts): Promise<void> {
  const { store, runtime, runLimitMs } = parts;
  mountPage(root, parts);
  await nextPaint();
  await startSigning(store);
  runtime.startStandby().then(
    () => {
      const { answered, rerun } = store.getState();
      rerun();
      followScenarios(store, runLimitMs, answered);
    },
    (error: unknown) => void fail(root, `Explanations of problems are missing: ${messageOf(error)}`),
  );
  const { startEditor } = await loadPart(() => import("../views/editor/start-editor.ts"));
  startEditor();
}

function mountPage(root: HTMLElement, { store, storages, loadWaysOn, notice }: PlaygroundParts): void {
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

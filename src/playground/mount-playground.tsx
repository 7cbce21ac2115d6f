/** Puts React's page, where edits begin, in the place of the first paint; then come the signer, the other scenarios and Monaco, one after the other. */
import { startTransition, useEffect } from "react";
import { createRoot } from "react-dom/client";
import { autosave } from "../store/autosave.ts";
import { createDeferredReads } from "../store/deferred-reads.ts";
import { runDone, runEnded } from "../store/first-result.ts";
import { keepHistory } from "../store/history.ts";
import { keepLinkEdits } from "../store/link-edits.ts";
import { nextPaint } from "../store/next-paint.ts";
import type { PlaygroundStore } from "../store/playground-store.ts";
import { createStash } from "../store/stash.ts";
import { PlaygroundContext } from "../store/use-playground.ts";
import { fail, type LoadFailureActions, loadDrawing, messageOf } from "../views/our-failure/fail.ts";
import { showUncaughtErrors } from "../views/our-failure/show-uncaught-errors.ts";
import { ErrorBoundary } from "../views/parts/ErrorBoundary.tsx";
import { renewStylesheets } from "../views/parts/load-again.ts";
import { loadPart } from "../views/parts/load-part.ts";
import { startSigning } from "../views/result/jwt/start-signing.ts";
import type { Runtime } from "../worker/runtime.ts";
import { followClearing } from "./clear-everything.ts";
import { followScenarios } from "./follow-scenarios.ts";
import { Playground } from "./Playground.tsx";
import type { Storages } from "./storage.ts";

export type PlaygroundParts = {
  readonly store: PlaygroundStore;
  readonly runtime: Runtime;
  readonly storages: Storages;
  readonly loadFailureActions: LoadFailureActions;
  /** What to tell first: why the address's link could not be opened, in plain words. */
  readonly notice: string | null;
  /** Of one run, in milliseconds. */
  readonly runLimitMs: number;
};

export async function mountPlayground(root: HTMLElement, parts: PlaygroundParts): Promise<void> {
  await mountPage(root, parts);
  void startSigning(parts.store);
  void followRuns(root, parts);
  const { startEditor } = await loadPart(() => import("../views/editor/start-editor.ts"));
  startEditor();
}

/** A run that lasts is left to its worker: another one would have to begin it anew. */
async function followRuns(root: HTMLElement, { store, runtime, runLimitMs }: PlaygroundParts): Promise<void> {
  if (store.getState().run.status === "running") await runEnded(store);
  if (!(await startedStandby(root, store, runtime))) return;
  const { answered, rerun } = store.getState();
  rerun();
  followScenarios(store, {
    timeoutMs: runLimitMs,
    partial: answered,
    onFailure: (words) => void fail(root, words),
  });
}

async function startedStandby(root: HTMLElement, store: PlaygroundStore, runtime: Runtime): Promise<boolean> {
  for (;;) {
    try {
      await runtime.startStandby();
      return true;
    } catch (error) {
      if (store.getState().run.status !== "crashed") {
        await fail(root, `Explanations of problems are missing: ${messageOf(error)}`);
        return false;
      }
      // The run says itself what did not come, with a way on.
      await runDone(store);
    }
  }
}

/** Resolves when it has been painted. */
async function mountPage(
  root: HTMLElement,
  { store, storages, loadFailureActions, notice }: PlaygroundParts,
): Promise<void> {
  // What was told while it was late is no longer so.
  document.querySelector(".start-failure")?.remove();
  // What tells of a file that does not come must not have to come then.
  void Promise.allSettled([loadDrawing(), loadFailureActions()]);
  showUncaughtErrors(root, loadFailureActions);
  followClearing(storages);
  renewStylesheets().catch(() =>
    fail(
      root,
      "The playground's looks did not arrive. Check the connection and reload the page; your work is kept.",
      loadFailureActions,
    ),
  );
  const { local, session } = storages;
  if (session !== null) keepLinkEdits(store, session);
  const stash = createStash(local);
  const history = keepHistory(store, local);
  const page = (onMounted: () => void) => (
    <PlaygroundContext value={{ store, deferred: createDeferredReads(store) }}>
      <ErrorBoundary view="page">
        <Playground storages={storages} stash={stash} history={history} notice={notice} />
      </ErrorBoundary>
      <Mounted onMounted={onMounted} />
    </PlaygroundContext>
  );
  const reactRoot = createRoot(root);
  if (local !== null) autosave(store, { local, session }, stash);
  // As a transition React draws in slices; the first paint stands until the whole page is ready.
  await new Promise<void>((resolve) => startTransition(() => reactRoot.render(page(resolve))));
  await nextPaint();
}

function Mounted({ onMounted }: { readonly onMounted: () => void }) {
  useEffect(onMounted, [onMounted]);
  return null;
}

/** Opens the playground: the first result as plain DOM, then React, then the signer and Monaco, one after the other. */
import "../views/styles/tokens.css";
import "../views/styles/base.css";
import "../views/styles/controls.css";
import { DEFAULT_EXAMPLE } from "../examples/default-example.ts";
import { readKept } from "../store/persistence.ts";
import { firstResult } from "../store/first-result.ts";
import { NARROW_PAGE } from "../views/editor/narrow-page.ts";
import { loadRareResults } from "../views/first-paint/load-rare-results.ts";
import { fail, messageOf } from "../views/our-failure/fail.ts";
import { loadPart } from "../views/parts/load-part.ts";
import { startSigning } from "../views/result/jwt/start-signing.ts";
import { nextPaint } from "../store/next-paint.ts";
import { createPlaygroundStore, type PlaygroundStore } from "../store/playground-store.ts";
import { createBrowserRuntime } from "../worker/browser-runtime.ts";
import type { Runtime } from "../worker/runtime.ts";
import { drawFirstPage } from "./FirstPage.tsx";
import { followTheme } from "./follow-theme.ts";
import { originOf } from "./origin-of-kept.ts";
import { openStorages, type Storages } from "./storage.ts";

/** Limit of one run, in milliseconds. Kinde has not published its own. */
const RUN_LIMIT_MS = 1_000;
/** What an author wrote may take its time: the interface does not wait for it any longer, in milliseconds. */
const FIRST_RESULT_LIMIT_MS = 3_000;

export async function openPlayground(root: HTMLElement): Promise<void> {
  const storages = openStorages();
  const loadWaysOn = async () => (await loadPart(() => import("./ways-on.ts"))).waysOn(storages);
  try {
    const missing = missingFeature();
    if (missing !== null) throw new Error(`This browser has no ${missing}, which the playground needs.`);
    const runtime = createBrowserRuntime(loadPart);
    const link = location.hash.length > 1 ? await readLink(storages) : null;
    const store = createStore(runtime, storages, link);
    if (link !== null && link.opening.kind !== "broken") link.showPlace(store, link.opening.place);
    followTheme(store);
    const state = store.getState();
    const note = link?.FirstNote({ opening: link.opening, project: state.project, hasWork: link.hasWork });
    const showResult = drawFirstPage(root, { state, isNarrow: matchMedia(NARROW_PAGE).matches, note });
    store.getState().runNow();
    await firstResult(store, FIRST_RESULT_LIMIT_MS);
    showResult(store.getState(), await loadRareResults(store.getState().run));
    await nextPaint();
    performance.mark("first-result");

    const { mountPlayground } = await loadPart(() => import("./mount-playground.tsx"));
    mountPlayground(root, store, storages, loadWaysOn, link?.opening.kind === "broken" ? link.opening.message : null);
    await nextPaint();
    await startSigning(store);
    runtime.startStandby().then(
      async () => {
        const { answered, rerun } = store.getState();
        rerun();
        (await loadPart(() => import("./follow-scenarios.ts"))).followScenarios(store, RUN_LIMIT_MS, answered);
      },
      (error: unknown) => void fail(root, `Explanations of problems are missing: ${messageOf(error)}`),
    );
    const { startEditor } = await loadPart(() => import("../views/editor/start-editor.ts"));
    startEditor();
  } catch (error) {
    await fail(root, messageOf(error), loadWaysOn);
  }
}

/** What the address holds after `#`, read by code that only a link needs. */
async function readLink({ local, session }: Storages) {
  const [{ readOpening, showPlace }, { FirstNote }, { withLinkEdits }] = await Promise.all([
    loadPart(() => import("./open-link.ts")),
    loadPart(() => import("./FirstNote.tsx")),
    loadPart(() => import("../store/link-edits.ts")),
  ]);
  const opening = readOpening(location.hash);
  const project = opening.kind === "project" ? withLinkEdits(opening.origin, session) : null;
  const hasWork = (readKept(session) ?? readKept(local))?.example === null;
  return { opening, project, showPlace, FirstNote, hasWork };
}

type OpenedLink = Awaited<ReturnType<typeof readLink>>;

function createStore(runtime: Runtime, { local, session }: Storages, link: OpenedLink | null): PlaygroundStore {
  const shared = readKept(local);
  const kept = readKept(session) ?? shared;
  return createPlaygroundStore({
    runtime,
    project: link?.project ?? kept?.project ?? DEFAULT_EXAMPLE.project,
    origin: link?.opening.kind === "project" ? link.opening.origin : originOf(kept),
    view: { ...shared?.view, ...(link === null || link.opening.kind === "broken" ? {} : link.opening.view) },
    nowMs: () => Date.now(),
    timeoutMs: RUN_LIMIT_MS,
  });
}

function missingFeature(): string | null {
  if (typeof WebAssembly !== "object") return "WebAssembly";
  if (typeof Worker !== "function") return "web workers";
  if (typeof Object.hasOwn !== "function") return "ECMAScript 2022";
  return null;
}

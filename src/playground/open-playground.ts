/** Opens the playground: the first result as plain DOM, and then all that can be done with it. */
import "../views/styles/tokens.css";
import "../views/styles/base.css";
import "../views/styles/controls.css";
import { DEFAULT_EXAMPLE } from "../examples/default-example.ts";
import { firstResult } from "../store/first-result.ts";
import { nextPaint } from "../store/next-paint.ts";
import { createPlaygroundStore, type PlaygroundStore } from "../store/playground-store.ts";
import { readSavedWork } from "../store/saved-work.ts";
import { NARROW_PAGE } from "../views/editor/narrow-page.ts";
import { loadRareResults } from "../views/first-paint/load-rare-results.ts";
import { fail, messageOf } from "../views/our-failure/fail.ts";
import { loadPart } from "../views/parts/load-part.ts";
import { createBrowserRuntime } from "../worker/browser-runtime.ts";
import type { Runtime } from "../worker/runtime.ts";
import { countOpenings } from "./count-openings.ts";
import { drawFirstPage } from "./FirstPage.tsx";
import { followTheme } from "./follow-theme.ts";
import type { OpenedLink } from "./read-link.tsx";
import { sourceOfSavedWork } from "./source-of-saved-work.ts";
import { openStorages, type Storages } from "./storage.ts";

/** Limit of one run, in milliseconds. Kinde has not published its own. */
const RUN_LIMIT_MS = 1_000;
/** When the page says what it waits for where there is no result yet, in milliseconds from its beginning. */
const WORDS_AT_MS = 600;
/** When a page whose interface has neither come nor failed offers the ways on, in milliseconds. */
const LATE_MS = 30_000;

export async function openPlayground(root: HTMLElement): Promise<void> {
  const storages = openStorages();
  const loadFailureActions = async () =>
    (await loadPart(() => import("./recovery-actions.ts"))).recoveryActions(storages);
  const late = setTimeout(
    () => fail(root, "Its files have not arrived yet. It opens as soon as they do.", loadFailureActions),
    LATE_MS,
  );
  try {
    if (location.hash.length < 2 && countOpenings(storages.session) > 1) {
      const { openAsText } = await loadPart(() => import("./open-as-text.ts"));
      if (openAsText(root, storages, await loadFailureActions())) return;
    }
    const missing = missingFeature();
    if (missing !== null) throw new Error(`This browser has no ${missing}, which the playground needs.`);
    const runtime = createBrowserRuntime(loadPart);
    const link = location.hash.length > 1 ? await readAddress(storages) : null;
    const store = createStore(runtime, storages, link);
    link?.showPlace(store);
    followTheme(store);
    const state = store.getState();
    const note = link?.note(state.project);
    const showResult = drawFirstPage(root, { state, isNarrow: matchMedia(NARROW_PAGE).matches, note });
    store.getState().runNow();
    const words = setTimeout(() => showResult(store.getState(), null), WORDS_AT_MS - performance.now());
    await firstResult(store);
    clearTimeout(words);
    showResult(store.getState(), await loadRareResults(store.getState().run));
    await nextPaint();
    performance.mark("first-result");

    const { mountPlayground } = await loadPart(() => import("./mount-playground.tsx"));
    await mountPlayground(root, {
      store,
      runtime,
      storages,
      loadFailureActions,
      notice: link?.message ?? null,
      runLimitMs: RUN_LIMIT_MS,
    });
  } catch (error) {
    await fail(root, messageOf(error), loadFailureActions);
  } finally {
    clearTimeout(late);
  }
}

/** Where what reads the address does not come, the page opens without what it names and says so. */
async function readAddress(storages: Storages): Promise<OpenedLink> {
  try {
    return await (await loadPart(() => import("./read-link.tsx"))).readLink(storages);
  } catch (error) {
    const message = `The link was not opened. ${messageOf(error)}`;
    return { opened: null, view: {}, message, note: () => null, showPlace: () => undefined };
  }
}

function createStore(runtime: Runtime, { local, session }: Storages, link: OpenedLink | null): PlaygroundStore {
  const shared = readSavedWork(local);
  const kept = readSavedWork(session) ?? shared;
  return createPlaygroundStore({
    runtime,
    project: link?.opened?.project ?? kept?.project ?? DEFAULT_EXAMPLE.project,
    origin: link?.opened?.origin ?? sourceOfSavedWork(kept),
    view: { ...shared?.view, ...link?.view },
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

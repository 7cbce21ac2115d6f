/** Opens an embed: its code and first result as plain DOM, then React, and the signer only where the token is shown. No storage is touched. */
import "../views/styles/tokens.css";
import "../views/styles/base.css";
import { comparesScenarios } from "../store/active-scenario.ts";
import { firstResult } from "../store/first-result.ts";
import { nextPaint } from "../store/next-paint.ts";
import { createPlaygroundStore, type PlaygroundStore } from "../store/playground-store.ts";
import { createBrowserRuntime } from "../worker/browser-runtime.ts";
import { loadRareResults } from "../views/first-paint/load-rare-results.ts";
import { fail, messageOf } from "../views/our-failure/fail.ts";
import { loadPart } from "../views/parts/load-part.ts";
import { resolveTheme } from "../views/styles/theme.ts";
import { type EmbedSettings, readSettings } from "./embed-settings.ts";
import { createEmbedView } from "./embed-view.ts";
import { drawFirstEmbed } from "./FirstEmbed.tsx";
import type { EmbedTheme } from "./messages.ts";
import { reportHeight } from "./report-height.ts";
import { connectToHost } from "./connect-to-host.ts";

/** Limit of one run, in milliseconds. */
const RUN_LIMIT_MS = 1_000;

/** Where the page has room for it. */
export function startEmbed(): void {
  const root = document.getElementById("root");
  if (root !== null) void openEmbed(root);
}

async function openEmbed(root: HTMLElement): Promise<void> {
  document.documentElement.classList.add("is-embed");
  const system = matchMedia("(prefers-color-scheme: dark)");
  let theme: EmbedTheme = "auto";
  const setTheme = (next: EmbedTheme) => {
    theme = next;
    document.documentElement.dataset["theme"] = resolveTheme(theme === "auto" ? "system" : theme, system.matches);
  };
  setTheme(theme);
  system.addEventListener("change", () => setTheme(theme));
  try {
    const runtime = createBrowserRuntime(loadPart);
    const settings = await readSettings(location.hash);
    setTheme(settings.theme);
    const store = createStore(settings, runtime);
    const view = createEmbedView({ view: settings.view, isEditing: settings.editing === "at-once" });
    const isSeveral = comparesScenarios(store.getState());
    const several = isSeveral ? await loadPart(() => import("./scenarios/first-scenarios.tsx")) : null;
    if (several) store.setState({ scenarioIndex: several.firstShown(settings.project) });
    const showResult = drawFirstEmbed(root, { state: store.getState(), settings, several });
    const host = connectToHost({ store, settings, view, setTheme });
    reportHeight(root, host);
    host.post({ type: "kinde-workflow:ready", version: 1 });
    store.getState().runNow();
    await firstResult(store);
    showResult(store.getState(), await loadRareResults(store.getState().run));
    await nextPaint();
    performance.mark("first-result");
    const { mountEmbed } = await loadPart(() => import("./mount-embed.tsx"));
    await mountEmbed(root, { store, settings, view, host }, { runtime, timeoutMs: RUN_LIMIT_MS });
  } catch (error) {
    await fail(root, messageOf(error));
  }
}

function createStore(
  { project, token }: EmbedSettings,
  runtime: ReturnType<typeof createBrowserRuntime>,
): PlaygroundStore {
  return createPlaygroundStore({
    runtime,
    project,
    origin: { kind: "own" },
    view: { token },
    nowMs: () => Date.now(),
    timeoutMs: RUN_LIMIT_MS,
  });
}

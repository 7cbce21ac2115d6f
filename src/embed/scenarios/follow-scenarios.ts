/** Runs an embed's other scenarios after the first result, and tells the page how each stands. */
import type { PlaygroundStore } from "../../store/playground-store.ts";
import { runScenarios } from "../../store/run-scenarios.ts";
import { loadPart } from "../../views/parts/load-part.ts";
import { createBrowserRuntime, startFullWorker } from "../../worker/browser-runtime.ts";
import type { Runtime } from "../../worker/runtime.ts";
import type { EmbedMessage } from "../messages.ts";
import { scenariosReport } from "./scenarios-report.ts";

/**
 * @param runtime the store's own.
 * @param timeoutMs limit of one run, in milliseconds.
 */
export async function followScenarios(
  store: PlaygroundStore,
  runtime: Runtime,
  timeoutMs: number,
  post: (message: EmbedMessage) => void,
): Promise<void> {
  let last = "";
  store.subscribe((state, previous) => {
    if (state.scenarioRuns === previous.scenarioRuns) return;
    const report = scenariosReport(state);
    const text = JSON.stringify(report);
    if (report === null || text === last) return;
    last = text;
    post(report);
  });
  // The first worker finds no problems, which can be expected.
  await runtime.startStandby();
  const { answered, rerun } = store.getState();
  rerun();
  const startRuntime = () => createBrowserRuntime(loadPart, startFullWorker);
  runScenarios(store, { startRuntime, timeoutMs, partial: answered });
}

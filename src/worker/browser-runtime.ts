/** The runtime as a browser has it: this site's worker and engine files, fetched once and started as blob workers. */
import { deepEngineUrl, engineUrl } from "../sandbox/engine-url.ts";
import { fetchFile } from "./fetch-file.ts";
import firstWorkerUrl from "./first-worker.ts?worker&url";
import { createRuntime } from "./run-queue.ts";
import runtimeWorkerUrl from "./runtime-worker.ts?worker&url";
import type { Runtime } from "./runtime.ts";
import { startWorker } from "./start-worker.ts";

async function compileEngine(url: string): Promise<WebAssembly.Module> {
  const response = await fetchFile(url);
  const isWasm = response.headers.get("content-type")?.startsWith("application/wasm") ?? false;
  return isWasm ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** Fetched once for the page; an engine that did not arrive is asked for again by who needs it next. */
function engineLoader(url: string): () => Promise<WebAssembly.Module> {
  let engine: Promise<WebAssembly.Module> | null = null;
  return () => {
    engine ??= compileEngine(url);
    engine.catch(() => {
      engine = null;
    });
    return engine;
  };
}

const loadEngine = engineLoader(engineUrl);
const loadDeepEngine = engineLoader(deepEngineUrl);

/**
 * Starts loading at once.
 * @param loadPart loads what is seldom needed, and fails in words.
 */
export function createBrowserRuntime(
  loadPart: <Part>(load: () => Promise<Part>) => Promise<Part>,
  startFirstWorker = () => startWorker(firstWorkerUrl, "first workflow runtime"),
): Runtime {
  void loadEngine();
  return createRuntime({
    engine: loadEngine,
    startFirstWorker,
    startWorker: startFullWorker,
    deepEngine: loadDeepEngine,
    bundle: async (files, entry) => {
      const { bundleInWorker } = await loadPart(() => import("./browser-bundler.ts"));
      return bundleInWorker(files, entry);
    },
  });
}

/** Starts a worker whose every answer has its diagnostics. */
export const startFullWorker = () => startWorker(runtimeWorkerUrl, "workflow runtime");

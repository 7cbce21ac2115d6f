/** The runtime as a browser has it: this site's worker and engine files, fetched once and started as blob workers. */
import { engineUrl } from "../sandbox/engine-url.ts";
import { createRuntime, type Runtime } from "./client.ts";
import firstWorkerUrl from "./first-worker.ts?worker&url";
import runtimeWorkerUrl from "./runtime-worker.ts?worker&url";
import { startWorker } from "./start-worker.ts";

async function compileEngine(url: string): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`Loading the sandbox engine failed with status ${response.status}.`);
  const isWasm = response.headers.get("content-type")?.startsWith("application/wasm") ?? false;
  return isWasm ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** Starts loading at once. */
export function createBrowserRuntime(): Runtime {
  return createRuntime({
    engine: compileEngine(engineUrl),
    startFirstWorker: () => startWorker(firstWorkerUrl, "first workflow runtime"),
    startWorker: () => startWorker(runtimeWorkerUrl, "workflow runtime"),
    bundle: async (project, entry) => {
      const { bundleInWorker } = await import("./browser-bundler.ts");
      return bundleInWorker(project, entry);
    },
  });
}

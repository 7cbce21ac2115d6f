/** The bundler as a browser has it: started on first use from this site's files, in a worker that inherits the page's policy. */
import { bundlerEngineUrl } from "../transpile/bundler/bundler-url.ts";
import { createBundlerClient } from "./bundler-client.ts";
import bundlerWorkerUrl from "./bundler-worker.ts?worker&url";
import { fetchFile } from "./fetch-file.ts";
import { startWorker } from "./start-worker.ts";

/** Bundles a project's files as production does. */
export const bundleInWorker = createBundlerClient({
  engine: async () => {
    const response = await fetchFile(bundlerEngineUrl);
    // Some static hosts do not know the type that streaming asks for.
    return WebAssembly.compile(await response.arrayBuffer());
  },
  startWorker: () => startWorker(bundlerWorkerUrl, "workflow bundler"),
});

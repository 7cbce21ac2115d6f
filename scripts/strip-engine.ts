/** Keeps the engine small: of quickjs-wasi's module the build ships what the sandbox can reach, each function as it was built. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Plugin } from "vite";
import { ENGINE_EXPORTS } from "../src/sandbox/engine-exports.ts";
import type { BuildSteps } from "./build-steps.ts";

export const ENGINE_STEP = "stripped engine";

const ENGINE = createRequire(import.meta.url).resolve("quickjs-wasi/quickjs.wasm");
const KEPT = new URL("../node_modules/.cache/strip-engine/quickjs.wasm", import.meta.url);

/** The engine without the exports that the sandbox does not name, and without what only those need. */
export async function strippedEngine(): Promise<Uint8Array> {
  const { default: binaryen } = await import("binaryen");
  const wanted = new Set(Object.keys(ENGINE_EXPORTS));
  const module = binaryen.readBinary(await readFile(ENGINE));
  const names = Array.from(
    { length: module.getNumExports() },
    (_, index) => binaryen.getExportInfo(module.getExportByIndex(index)).name,
  );
  for (const name of names) if (!wanted.delete(name)) module.removeExport(name);
  if (wanted.size > 0) throw new Error(`quickjs-wasi no longer exports ${[...wanted].join(", ")}.`);
  // Read and written anew, functions have more locals than they need, and each is room on the stack of a browser’s first compiler.
  module.runPasses(["remove-unused-module-elements", "coalesce-locals", "reorder-locals", "vacuum"]);
  const bytes = module.emitBinary();
  module.dispose();
  return bytes;
}

/** For the page: the engine's file is fetched by it alone. */
export function stripEngine(steps: BuildSteps): Plugin {
  return {
    name: "strip-engine",
    enforce: "pre",
    apply: "build",
    resolveId: {
      filter: { id: /^quickjs-wasi\/quickjs\.wasm\?url$/ },
      async handler() {
        steps.did(ENGINE_STEP);
        await mkdir(new URL("./", KEPT), { recursive: true });
        await writeFile(KEPT, await strippedEngine());
        return `${decodeURIComponent(KEPT.pathname)}?url`;
      },
    },
  };
}

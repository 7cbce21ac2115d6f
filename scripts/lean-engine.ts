/** Keeps the engine small: of quickjs-wasi's module the build ships what the sandbox can reach, each function as it was built. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Plugin } from "vite";

const ENGINE = createRequire(import.meta.url).resolve("quickjs-wasi/quickjs.wasm");
const EXPORTS = new URL("../src/sandbox/engine-exports.ts", import.meta.url);
const KEPT = new URL("../node_modules/.cache/lean-engine/quickjs.wasm", import.meta.url);

/** The engine without the exports that the sandbox does not name, and without what only those need. */
export async function leanEngineBytes(): Promise<Uint8Array> {
  const { default: binaryen } = await import("binaryen");
  const wanted = new Set(
    [...(await readFile(EXPORTS, "utf8")).matchAll(/^ {2}(?:readonly )?(\w+)[(:]/gm)].map(([, name]) => name),
  );
  const module = binaryen.readBinary(await readFile(ENGINE));
  const names = Array.from(
    { length: module.getNumExports() },
    (_, index) => binaryen.getExportInfo(module.getExportByIndex(index)).name,
  );
  for (const name of names) if (!wanted.delete(name)) module.removeExport(name);
  if (wanted.size > 0) throw new Error(`quickjs-wasi no longer exports ${[...wanted].join(", ")}.`);
  module.runPasses(["remove-unused-module-elements"]);
  const bytes = module.emitBinary();
  module.dispose();
  return bytes;
}

/** For the page: the engine's file is fetched by it alone. */
export function leanEngine(): Plugin {
  return {
    name: "lean-engine",
    enforce: "pre",
    apply: "build",
    async resolveId(source) {
      if (source !== "quickjs-wasi/quickjs.wasm?url") return null;
      await mkdir(new URL("./", KEPT), { recursive: true });
      await writeFile(KEPT, await leanEngineBytes());
      return `${decodeURIComponent(KEPT.pathname)}?url`;
    },
  };
}

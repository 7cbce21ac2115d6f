/** Makes `embed.js`: one classic script with a fixed name and nothing to import, so that a page needs one tag and the script knows its own address; and its types beside it. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Plugin } from "vite";

const TYPES = new URL("../src/embed/element/embed.d.ts", import.meta.url);
const ENTRY = fileURLToPath(new URL("../src/embed/element/define.ts", import.meta.url));

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    format: "iife",
    minify: true,
    target: "es2022",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

export function embedScript(): Plugin {
  return {
    name: "embed-script",
    configureServer({ middlewares }) {
      middlewares.use("/embed.js", (_, response, next) => {
        bundled().then((text) => response.setHeader("content-type", "text/javascript").end(text), next);
      });
    },
    async generateBundle() {
      this.emitFile({ type: "asset", fileName: "embed.js", source: await bundled() });
      this.emitFile({ type: "asset", fileName: "embed.d.ts", source: readFileSync(TYPES, "utf8") });
    },
  };
}

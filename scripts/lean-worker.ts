/** Keeps the runtime worker small: sucrase's parser as ES modules without Flow, and guest scripts without their comments. */
import { readFileSync } from "node:fs";
import { transformSync } from "esbuild";
import type { Plugin } from "vite";

const GUEST_SCRIPT = /\/src\/sandbox\/(?:guest|glue)\/[\w.-]+\.js\?raw$/;
const FLOW_PARSER = /\/sucrase\/dist\/esm\/parser\/plugins\/flow\.js$/;

/** sucrase enters its Flow plugin only for files parsed as Flow, which ours never are: every function of it is out of reach. */
function withoutBodies(source: string): string {
  const names = [...source.matchAll(/^export function (\w+)/gm)].map((match) => match[1]);
  return names.map((name) => `export function ${name}() { throw new Error("Flow is not parsed here."); }`).join("\n");
}

/** Names and syntax stay as they are, because author code can see a function's name. */
function withoutComments(source: string): string {
  return transformSync(source, { minifyWhitespace: true, charset: "utf8" }).code;
}

/** For the page and for workers alike. */
export function leanWorker(): Plugin {
  return {
    name: "lean-worker",
    enforce: "pre",
    apply: "build",
    async resolveId(source, importer) {
      if (!source.startsWith("sucrase/dist/parser/")) return null;
      return this.resolve(source.replace("sucrase/dist/", "sucrase/dist/esm/"), importer, { skipSelf: true });
    },
    load(id) {
      if (GUEST_SCRIPT.test(id)) {
        return `export default ${JSON.stringify(withoutComments(readFileSync(id.replace(/\?raw$/, ""), "utf8")))};`;
      }
      return FLOW_PARSER.test(id) ? withoutBodies(readFileSync(id, "utf8")) : null;
    },
  };
}

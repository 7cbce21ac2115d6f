/** The exact bundler for Node, started when the first vector needs it: the one the browser loads for rare constructs. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Bundler, createBundler } from "../transpile/bundle.ts";
import type { Bundle } from "./run-vector.ts";

/** @param root the project's folder. */
export function nodeBundle(root: URL): Bundle {
  let bundler: Promise<Bundler> | undefined;
  return async (files, entry) => {
    bundler ??= start(root);
    return (await bundler).bundle(files, entry);
  };
}

async function start(root: URL): Promise<Bundler> {
  const path = createRequire(new URL("package.json", root)).resolve("esbuild-wasm/esbuild.wasm");
  return createBundler(await WebAssembly.compile(readFileSync(path)));
}

/** The exact bundler in Node, started when first needed: the one the browser loads for rare constructs. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Bundler, createBundler } from "../transpile/bundle.ts";

let started: Promise<Bundler> | undefined;

export const nodeBundle: Bundler["bundle"] = async (files, entry) => {
  started ??= start();
  return (await started).bundle(files, entry);
};

async function start(): Promise<Bundler> {
  const path = createRequire(import.meta.url).resolve("esbuild-wasm/esbuild.wasm");
  return createBundler(await WebAssembly.compile(readFileSync(path)));
}

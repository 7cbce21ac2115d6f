/** The exact bundler in Node, started when first needed: the one the browser loads for rare constructs. */
import { type Bundler, createBundler } from "../transpile/bundler/bundle.ts";
import { readEngineFile } from "./engine-files.ts";

let started: Promise<Bundler> | undefined;

export const nodeBundle: Bundler["bundle"] = async (files, entry) => {
  started ??= start();
  return (await started).bundle(files, entry);
};

async function start(): Promise<Bundler> {
  return createBundler(await WebAssembly.compile(readEngineFile("esbuild-wasm/esbuild.wasm")));
}

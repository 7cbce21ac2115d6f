/** What production's bundler and engine make of a few files: ours where it is exact, the bundler's where it is asked for. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createBundler } from "../src/transpile/bundler/bundle.ts";
import { type Transpilation, transpile } from "../src/transpile/transpile.ts";
import type { SourceFile } from "../src/workflow/project.ts";

export async function bundleExactly(files: readonly SourceFile[]): Promise<Transpilation> {
  const path = createRequire(import.meta.url).resolve("esbuild-wasm/esbuild.wasm");
  const bundler = await createBundler(await compiled(path));
  return bundler.bundle(files, "Workflow.ts");
}

let engine: Promise<WebAssembly.Module> | undefined;

function compiled(path: string): Promise<WebAssembly.Module> {
  engine ??= WebAssembly.compile(readFileSync(path));
  return engine;
}

export async function transpileExactly(files: readonly SourceFile[]): Promise<Transpilation> {
  const own = transpile(files, "Workflow.ts");
  return own.kind === "needs-bundler" ? bundleExactly(files) : own;
}

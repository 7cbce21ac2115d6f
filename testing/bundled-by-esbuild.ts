/** What production's bundler, native esbuild, makes of a few files, and what code answers when it runs. */
import * as esbuild from "esbuild";
import { TEMPLATE_TSCONFIG } from "../src/transpile/modules/tsconfig.ts";

export type Files = { readonly [name: string]: string };

export const asFiles = (files: Files) => Object.entries(files).map(([name, text]) => ({ name, text }));

/** Runs code as a CommonJS module and calls its default export; what it throws counts as its answer. */
export async function answerOf(code: string): Promise<unknown> {
  const module = { exports: {} as { default?: (event: unknown) => unknown } };
  try {
    new Function("exports", "require", "module", `"use strict";${code}`)(module.exports, () => ({}), module);
    return JSON.parse(JSON.stringify((await module.exports.default?.({ a: 1 })) ?? null));
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

export async function bundledByEsbuild(files: Files): Promise<string> {
  const result = await esbuild.build({
    bundle: true,
    entryPoints: ["Workflow.ts"],
    format: "cjs",
    logLevel: "silent",
    minifySyntax: true,
    target: "esnext",
    tsconfigRaw: TEMPLATE_TSCONFIG,
    write: false,
    plugins: [
      {
        name: "files",
        setup(build) {
          build.onResolve({ filter: /.*/ }, ({ path }) => ({
            path: Object.keys(files).find((name) => `./${name}`.startsWith(path)) ?? path,
            namespace: "files",
          }));
          build.onLoad({ filter: /.*/ }, ({ path }) => ({
            contents: files[path] ?? "",
            loader: path.endsWith("json") ? "json" : "ts",
          }));
        },
      },
    ],
  });
  return result.outputFiles[0]?.text ?? "";
}

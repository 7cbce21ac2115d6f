/** `dist/packages/cli`: the command line as one file with the engines beside it, ready for `npm pack`. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "vite";
import { makeDeepEngine } from "./deep-engine/deep-engine.ts";

const OUT = process.argv[2] ?? "dist/packages/cli";
const { resolve } = createRequire(import.meta.url);
const { version, license, engines } = JSON.parse(readFileSync("package.json", "utf8"));

await build({
  configFile: false,
  logLevel: "warn",
  publicDir: false,
  ssr: { noExternal: true, external: ["typescript"] },
  build: {
    ssr: "src/cli/main.ts",
    target: "node20",
    outDir: OUT,
    emptyOutDir: true,
    minify: true,
    rolldownOptions: { output: { entryFileNames: "kinde-workflows.mjs", codeSplitting: false } },
  },
});

for (const file of ["quickjs-wasi/quickjs.wasm", "esbuild-wasm/esbuild.wasm"]) {
  cpSync(resolve(file), join(OUT, file.slice(file.lastIndexOf("/") + 1)));
}
cpSync(await makeDeepEngine(), join(OUT, "deep-engine.wasm"));
cpSync("LICENSE", join(OUT, "LICENSE"));
cpSync("docs/testing.md", join(OUT, "README.md"));
writeFileSync(
  join(OUT, "package.json"),
  `${JSON.stringify(
    {
      name: "kinde-workflows",
      version,
      description: "Runs the scenarios of Kinde workflows, on your machine and in CI.",
      license,
      type: "module",
      engines,
      bin: { "kinde-workflows": "kinde-workflows.mjs" },
      files: ["kinde-workflows.mjs", "*.wasm"],
    },
    null,
    2,
  )}\n`,
);

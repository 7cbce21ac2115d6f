/** The engine for calls that nest deeper than a browser's stack: made from the stripped one once, and kept until what it is made from or with changes. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { strippedEngine } from "../strip-engine.ts";
import { cutStack } from "./cut-stack.ts";

const HERE = new URL("./", import.meta.url);
/** Where `src/node/engine-files.ts` finds it. */
const FOLDER = new URL("../../node_modules/.cache/deep-engine/", import.meta.url);
const FILE = new URL("deep-engine.wasm", FOLDER);
const MADE_FROM = new URL("made-from.txt", FOLDER);

/** What it is made from and with, as a hash. */
async function sources(): Promise<string> {
  const { resolve } = createRequire(import.meta.url);
  const own = (await readdir(HERE)).sort().map((name) => new URL(name, HERE));
  const others = ["../strip-engine.ts", "../../src/sandbox/engine-exports.ts"].map((path) => new URL(path, HERE));
  const packages = ["quickjs-wasi/quickjs.wasm", "binaryen/package.json"].map((path) => resolve(path));
  const hash = createHash("sha256");
  for (const file of [...own, ...others, ...packages]) hash.update(await readFile(file));
  return hash.digest("hex");
}

/** @returns the path of the file. */
export async function makeDeepEngine(): Promise<string> {
  const madeFrom = await sources();
  const isMade = existsSync(FILE) && existsSync(MADE_FROM) && (await readFile(MADE_FROM, "utf8")) === madeFrom;
  if (!isMade) {
    const { default: binaryen } = await import("binaryen");
    const module = binaryen.readBinary(await strippedEngine());
    cutStack(module);
    await mkdir(FOLDER, { recursive: true });
    const unfinished = new URL(`${process.pid}.wasm`, FOLDER);
    await writeFile(unfinished, module.emitBinary());
    await rename(unfinished, FILE);
    await writeFile(MADE_FROM, madeFrom);
    module.dispose();
  }
  return fileURLToPath(FILE);
}

/** For the page and for tests: `quickjs-wasi/deep-engine.wasm?url` is that file. */
export function deepEngine(): Plugin {
  return {
    name: "deep-engine",
    enforce: "pre",
    /** Before any module is asked for: one that comes half a minute late changes how the others are put into files. */
    buildStart: async () => void (await makeDeepEngine()),
    resolveId: {
      filter: { id: /^quickjs-wasi\/deep-engine\.wasm\?url$/ },
      handler: async () => `${await makeDeepEngine()}?url`,
    },
  };
}

/** The engine's and the bundler's own files: beside a packed command, else in the packages they come with. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** What `scripts/deep-engine` has made. */
const DEEP_ENGINE = new URL("../../node_modules/.cache/deep-engine/deep-engine.wasm", import.meta.url);

/** The engine for calls that nest deeper than Node's stack; null where nobody has made it. */
export function readDeepEngine(): Uint8Array<ArrayBuffer> | null {
  const file = [new URL("deep-engine.wasm", import.meta.url), DEEP_ENGINE].find((url) => existsSync(url));
  return file ? new Uint8Array(readFileSync(file)) : null;
}

/** @param path in a package, such as `quickjs-wasi/quickjs.wasm`; names are unique, so that they can lie in one folder. */
export function readEngineFile(path: string): Uint8Array<ArrayBuffer> {
  const packed = new URL(path.slice(path.lastIndexOf("/") + 1), import.meta.url);
  return new Uint8Array(readFileSync(existsSync(packed) ? packed : createRequire(import.meta.url).resolve(path)));
}

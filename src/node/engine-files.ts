/** The engine's and the bundler's own files: beside a packed command, else in the packages they come with. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** @param path in a package, such as `quickjs-wasi/quickjs.wasm`; names are unique, so that they can lie in one folder. */
export function readEngineFile(path: string): Uint8Array<ArrayBuffer> {
  const packed = new URL(path.slice(path.lastIndexOf("/") + 1), import.meta.url);
  return new Uint8Array(readFileSync(existsSync(packed) ? packed : createRequire(import.meta.url).resolve(path)));
}

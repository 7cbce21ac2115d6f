/** The conformance command: runs recorded workflows through the same code the browser's worker runs. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { NATIVE_MODULES } from "../sandbox/native-modules.ts";
import { createSandbox } from "../sandbox/sandbox.ts";
import { isJsonObject, parseJson } from "../workflow/json.ts";
import { nodeBundle } from "./node-bundle.ts";
import { reportSyntax, reportVectors } from "./report.ts";
import type { SyntaxCase, Vector } from "./vector.ts";

/**
 * @param args `[--syntax] [FILE…]`; without files the project's own copies of the recorded data.
 * @returns the exit status: 0 when core and engine (or the syntax) are complete.
 */
export async function main(args: readonly string[], root: URL, print: (line: string) => void): Promise<number> {
  const isSyntax = args.includes("--syntax");
  const named = args.filter((arg) => !arg.startsWith("--"));
  const own = (isSyntax ? ["syntax"] : ["vectors", "more"]).map((name) => dataFile(root, name));
  const files = (named.length > 0 ? named : own).map((path) => ({ path, json: parseJson(readFileSync(path, "utf8")) }));
  const wasm = createRequire(new URL("package.json", root)).resolve("quickjs-wasi/quickjs.wasm");
  const sandbox = await createSandbox(readFileSync(wasm), NATIVE_MODULES);
  const rows = files.flatMap(({ path, json }) => listIn(json, isSyntax ? "features" : "vectors", path));
  if (isSyntax) return (await reportSyntax(rows as unknown as SyntaxCase[], sandbox, nodeBundle(root), print)) ? 0 : 1;
  const { isComplete } = await reportVectors(rows as unknown as Vector[], sandbox, nodeBundle(root), print);
  return isComplete ? 0 : 1;
}

const dataFile = (root: URL, name: string) =>
  decodeURIComponent(new URL(`src/conformance/data/${name}.json`, root).pathname);

function listIn(json: ReturnType<typeof parseJson>, member: string, path: string) {
  const list = isJsonObject(json) ? json[member] : json;
  if (!Array.isArray(list)) throw new Error(`${path} has no list "${member}".`);
  return list;
}

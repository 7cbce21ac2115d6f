/** Finds the project file that a relative import means, as production's bundler would. */
import type { SourceFile } from "./project.ts";

/** The order in which esbuild tries endings (its default `resolveExtensions`, without CSS). */
const ENDINGS = [".tsx", ".ts", ".jsx", ".js", ".json"];

/** An import of a `.js` file may mean the TypeScript file it will be compiled from. */
const REWRITTEN: readonly (readonly [string, readonly string[]])[] = [
  [".js", [".ts", ".tsx"]],
  [".jsx", [".ts", ".tsx"]],
  [".mjs", [".mts"]],
  [".cjs", [".cts"]],
];

const byName = new WeakMap<readonly SourceFile[], ReadonlyMap<string, SourceFile>>();

/** Of two files of one name the first. */
function named(files: readonly SourceFile[]): ReadonlyMap<string, SourceFile> {
  const known = byName.get(files) ?? new Map(files.map((file) => [file.name, file] as const).reverse());
  byName.set(files, known);
  return known;
}

/** The file behind a relative specifier, or null. `from` is the name of the importing file. */
export function resolveImport(files: readonly SourceFile[], from: string, specifier: string): SourceFile | null {
  const path = joinPath(from, specifier);
  if (path === null) return null;
  const known = named(files);
  if (!specifier.endsWith("/")) {
    const exact = known.get(path);
    if (exact) return exact;
    for (const ending of ENDINGS) {
      const file = known.get(path + ending);
      if (file) return file;
    }
    for (const [written, endings] of REWRITTEN) {
      if (!path.endsWith(written)) continue;
      for (const ending of endings) {
        const file = known.get(path.slice(0, -written.length) + ending);
        if (file) return file;
      }
    }
  }
  for (const ending of ENDINGS) {
    const file = known.get(path === "" ? `index${ending}` : `${path}/index${ending}`);
    if (file) return file;
  }
  return null;
}

/** Resolves `./` and `../` against the importing file's folder; null when it leaves the project. */
function joinPath(from: string, specifier: string): string | null {
  const parts = from.split("/").slice(0, -1);
  for (const part of specifier.split("/")) {
    if (part === "." || part === "") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join("/");
}

/** Whether a specifier means a file of the project rather than a package. */
export function isRelative(specifier: string): boolean {
  return /^\.{1,2}(\/|$)/.test(specifier);
}

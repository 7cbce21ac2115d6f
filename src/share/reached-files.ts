/** The files of a repository that a workflow's own text can reach, wherever in it they stand. */
import type { SourceFile } from "../workflow/project.ts";
import { isRelative, resolveImport } from "../workflow/resolve-import.ts";

/** Paths with `/`. */
type FilesByName = { readonly names: readonly string[]; readonly read: (name: string) => string };

/** The workflow first, then every file that any text in it could import: at least what it does import. */
export function reachedFiles(entry: string, folder: FilesByName): readonly SourceFile[] {
  const candidates = folder.names.map((name) => ({ name, text: "" }));
  const namesByEnd = byEndOf(folder.names);
  const found = new Map<string, SourceFile>();
  const sought = new Set<string>();
  const open = [entry, ...tsconfigsOf(entry, folder)];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    const text = folder.read(name);
    found.set(name, { name, text });
    const specifiers = new Set(
      Array.from(text.matchAll(/["'`]([^"'`\n]{1,300})["'`]/g), ([, specifier = ""]) => specifier),
    );
    for (const specifier of specifiers) {
      if (isRelative(specifier)) {
        const file = resolveImport(candidates, name, specifier);
        if (file) open.push(file.name);
      } else if (!name.endsWith(".json") && !sought.has(specifier)) {
        const named = namesByEnd.get(specifier.slice(specifier.lastIndexOf("/") + 1));
        if (named === undefined || !MAY_BE_MAPPED.test(specifier)) continue;
        sought.add(specifier);
        open.push(...named);
      }
    }
  }
  const first = found.get(entry);
  return [...(first ? [first] : []), ...[...found.values()].filter(({ name }) => name !== entry)];
}

/** What a name that is not relative may look like to mean a file of the repository. */
const MAY_BE_MAPPED = /^(?!@kinde\/)(?:[@~#\w./-]*\/[\w.-]+|[\w-]+)$/;

/** `paths` and `baseUrl` can send a name anywhere: every source file by what such a name may end in. */
function byEndOf(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const byEnd = new Map<string, string[]>();
  for (const name of names) {
    const [ending] = /\.(?:[jt]sx?|json)$/.exec(name) ?? [];
    if (ending === undefined || name.endsWith(".d.ts")) continue;
    const [file = "", folder = ""] = name.split("/").reverse();
    const stem = file.slice(0, -ending.length);
    for (const end of [file, stem, ...(stem === "index" ? [folder] : [])]) {
      const known = byEnd.get(end);
      if (known) known.push(name);
      else byEnd.set(end, [name]);
    }
  }
  byEnd.delete("");
  return byEnd;
}

/** Those that stand in its folder or above. */
function tsconfigsOf(entry: string, { names }: FilesByName): readonly string[] {
  return names.filter((name) => {
    const folder = name.slice(0, name.lastIndexOf("/") + 1);
    return entry.startsWith(folder) && /^tsconfig[\w.-]*\.json$/.test(name.slice(folder.length));
  });
}

/** What of the reached files stands outside of the workflow's folder. */
export function outsideOf(folder: string, reached: readonly SourceFile[]): readonly SourceFile[] {
  const outside = reached.filter(({ name }) => !name.startsWith(folder));
  // A tsconfig.json alone, as every repository has one, is no reason to show its folders.
  return outside.every(({ name }) => isTsconfig(name)) ? [] : outside;
}

const isTsconfig = (name: string) => /(^|\/)tsconfig[\w.-]*\.json$/.test(name);

/** The deepest folder that holds all of them, with a `/` at its end, or "". */
export function commonFolder(paths: readonly string[]): string {
  const [first = "", ...others] = paths.map((path) => path.slice(0, path.lastIndexOf("/") + 1));
  return others.reduce((common, folder) => {
    let shared = common;
    while (!folder.startsWith(shared)) shared = shared.slice(0, shared.slice(0, -1).lastIndexOf("/") + 1);
    return shared;
  }, first);
}

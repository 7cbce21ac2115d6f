/** Finds the workflows of a folder as Kinde's runtime does, each with the files it reaches and its scenarios. */
import { isRelative, resolveImport } from "../transpile/resolve.ts";
import { isJsonObject } from "../workflow/json.ts";
import { parseJsonText } from "../workflow/parse-json-text.ts";
import type { SourceFile } from "../workflow/project.ts";
import type { Folder } from "./folder.ts";

export type FoundWorkflow = {
  /** Its folder's name under `environment/workflows`, else its file's. */
  readonly name: string;
  readonly entry: string;
  /** With a `/` at its end, or "". */
  readonly folder: string;
};

/** Kinde compares in lower case and takes `.ts` and `.js` only (recorded). */
const ENTRY = /workflow\.(?:ts|js)$/i;

export function findWorkflows({ names, read }: Folder): readonly FoundWorkflow[] {
  const root = names.includes("kinde.json") ? `${rootIn(read("kinde.json"))}/environment/workflows/` : "";
  return names
    .filter((name) => name.startsWith(root) && ENTRY.test(name))
    .map((entry) => {
      const folder = entry.slice(0, entry.lastIndexOf("/") + 1);
      const own = /(?:^|\/)environment\/workflows\/([^/]+)\//.exec(entry)?.[1];
      return { name: own ?? entry.slice(folder.length).replace(/\.[a-z]+$/i, ""), entry, folder };
    });
}

function rootIn(text: string): string {
  const reading = parseJsonText(text);
  const root = reading.kind === "ok" && isJsonObject(reading.value) ? reading.value["rootDir"] : undefined;
  return (typeof root === "string" ? root : "kindeSrc").replace(/^\.\/|\/+$/g, "");
}

/** The workflow first, then every file that any text in it could import: at least what it does import. */
export function filesOf({ entry }: FoundWorkflow, folder: Folder): readonly SourceFile[] {
  const candidates = folder.names.map((name) => ({ name, text: "" }));
  const found = new Map<string, SourceFile>();
  const open = [entry, ...tsconfigsOf(entry, folder)];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    const text = folder.read(name);
    found.set(name, { name, text });
    for (const [, specifier = ""] of text.matchAll(/["'`]([^"'`\n]{1,300})["'`]/g)) {
      if (isRelative(specifier)) {
        const file = resolveImport(candidates, name, specifier);
        if (file) open.push(file.name);
      } else if (!name.endsWith(".json")) open.push(...namedBy(specifier, folder.names));
    }
  }
  const first = found.get(entry);
  return [...(first ? [first] : []), ...[...found.values()].filter(({ name }) => name !== entry)];
}

/** `paths` and `baseUrl` can send a name anywhere: every source file of that name. */
function namedBy(specifier: string, names: readonly string[]): readonly string[] {
  const last = /^[@~#\w./-]*\/([\w.-]+)$|^([\w-]+)$/.exec(specifier);
  const base = last?.[1] ?? last?.[2];
  if (base === undefined || specifier.startsWith("@kinde/")) return [];
  const pattern = new RegExp(`(?:^|/)${base.replace(/[.]/g, "\\.")}(?:/index)?(?:\\.[jt]sx?|\\.json)?$`);
  return names.filter((name) => pattern.test(name) && /\.(?:[jt]sx?|json)$/.test(name) && !name.endsWith(".d.ts"));
}

/** Those that stand in its folder or above. */
function tsconfigsOf(entry: string, { names }: Folder): readonly string[] {
  return names.filter((name) => {
    const folder = name.slice(0, name.lastIndexOf("/") + 1);
    return entry.startsWith(folder) && /^tsconfig[\w.-]*\.json$/.test(name.slice(folder.length));
  });
}

/** The scenarios that stand beside a workflow; null when there are none. */
export function scenariosOf({ folder }: FoundWorkflow, { names }: Folder): string | null {
  const name = `${folder}scenarios.json`;
  return names.includes(name) ? name : null;
}

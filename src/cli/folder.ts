/** The files of a folder, by their names in it; nothing outside of it is ever read, and links that lead out are not followed. */
import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

export type Folder = {
  readonly path: string;
  /** With `/`, sorted. */
  readonly names: readonly string[];
  readonly read: (name: string) => string;
};

const SKIPPED = new Set(["node_modules", ".git", "dist", "build", "coverage"]);
const MOST_FILES = 20_000;
const MOST_BYTES = 1_000_000;

export function openFolder(path: string): Folder {
  const root = realpathSync(path);
  const names: string[] = [];
  const visit = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const full = join(folder, entry.name);
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) visit(full);
      else if (entry.isFile() && names.length < MOST_FILES) names.push(relative(root, full).split(sep).join("/"));
    }
  };
  visit(root);
  const texts = new Map<string, string>();
  return {
    path: root,
    names: names.sort(),
    read(name) {
      const known = texts.get(name);
      if (known !== undefined) return known;
      const full = join(root, name);
      const text = statSync(full).size > MOST_BYTES ? "" : readFileSync(full, "utf8");
      texts.set(name, text);
      return text;
    },
  };
}

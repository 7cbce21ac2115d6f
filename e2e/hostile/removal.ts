/** Takes one defence out of the source while a test builds it, named by HOSTILE_REMOVAL. The playground's own build never reads this. */
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { REMOVALS } from "./removals.ts";

/** @throws when there is no such removal, or when its text no longer stands where it says. */
export function removal(): Plugin[] {
  const name = process.env["HOSTILE_REMOVAL"];
  if (name === undefined || name === "") return [];
  const wanted = REMOVALS.find((one) => one.name === name);
  if (!wanted) throw new Error(`There is no removal named ${name}.`);
  const { file, find, replace } = wanted;
  const without = (text: string): string => {
    if (text.includes(find)) return text.replaceAll(find, () => replace);
    throw new Error(`The removal “${name}” does not find its text in ${file}.`);
  };
  return [
    {
      name: "hostile-removal",
      enforce: "pre",
      load(id) {
        const [path = "", query] = id.split("?");
        if (!path.endsWith(file) || file.endsWith(".html") || (query !== undefined && query !== "raw")) return null;
        const text = without(readFileSync(path, "utf8"));
        // Files imported as text are modules whose default export is that text.
        return query === "raw" ? `export default ${JSON.stringify(text)}` : text;
      },
      generateBundle: {
        order: "post",
        handler(_options, bundle) {
          const page = bundle[file];
          if (page?.type === "asset") page.source = without(String(page.source));
        },
      },
    },
  ];
}

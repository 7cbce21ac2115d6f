/** Takes one defence out of a copy of the source while a test builds it, named by HOSTILE_REMOVAL. The playground's own build never reads this. */
import type { Plugin } from "vite";
import { REMOVALS } from "./removals.mjs";

/** @throws when the removal does not exist, and at the end of the build when its text was not found. */
export function removal(): Plugin[] {
  const name = process.env["HOSTILE_REMOVAL"];
  if (name === undefined || name === "") return [];
  const wanted = REMOVALS.find((one) => one.name === name);
  if (!wanted) throw new Error(`There is no removal named ${name}.`);
  return [
    {
      name: "hostile-removal",
      enforce: "pre",
      transform(code, id) {
        if (!id.replace(/\?.*$/, "").endsWith(wanted.file)) return null;
        if (!code.includes(wanted.find)) {
          if (id.includes("?")) return null;
          throw new Error(`The removal ${name} does not find its text in ${wanted.file}.`);
        }
        return { code: code.replaceAll(wanted.find, () => wanted.replace), map: null };
      },
    },
  ];
}

/** Every class that a stylesheet speaks of is given to something by the code. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const SRC = dirname(fileURLToPath(import.meta.url));
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" });
const read = (file: string) => readFileSync(join(SRC, file), "utf8");

const code = files
  .filter((file) => /\.tsx?$/.test(file) && !file.includes(".test."))
  .map(read)
  .join("\n");
const words = new Set(code.match(/[\w-]+/g));
/** Names that are made of a part and a word: `claims-row--${state}`. */
const parts = new Set([...code.matchAll(/([a-z][\w-]*(?:--|__))\$\{/g)].map(([, part = ""]) => part));

const isMade = (name: string) => [...parts].some((part) => name.startsWith(part) && words.has(name.slice(part.length)));

test("no class of a stylesheet is unused", () => {
  const unused = files
    .filter((file) => file.endsWith(".css"))
    .flatMap((file) => {
      const rules = read(file).replace(/\/\*[\s\S]*?\*\/|url\([^)]*\)/g, "");
      const names = new Set([...rules.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = ""]) => name));
      return [...names].filter((name) => !words.has(name) && !isMade(name)).map((name) => `${file}: .${name}`);
    });
  expect(unused).toEqual([]);
});

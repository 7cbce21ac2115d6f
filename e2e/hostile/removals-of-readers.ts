/** Negative controls of the page's own readers: of zip files, growth, colours, kept work and big data. */
import type { Removal } from "./removal-row.ts";

const INPUTS = "e2e/hostile/cases/hostile-inputs.test.ts";
const FUZZ = "e2e/hostile/cases/fuzz.test.ts";

export const REMOVALS_OF_READERS: readonly Removal[] = [
  {
    name: "a link within a zip is not followed",
    group: "zip files",
    file: "src/share/kinde-repository.ts",
    find: "all.filter(({ isFile }) => isFile)",
    replace: "all",
    in: "node",
    test: [INPUTS, "-t", "a file that is a link"],
  },
  {
    name: "checksums of a zip",
    group: "zip files",
    file: "src/share/zip-archive.ts",
    find: "if (crc32(content) !== checksum) throw",
    replace: "if (crc32(content) !== checksum && content.length < 0) throw",
    in: "node",
    test: [INPUTS, "-t", "a wrong checksum"],
  },
  {
    name: "names of a zip looked up instead of compared",
    group: "zip files",
    file: "src/share/reached-files.ts",
    find: 'const named = namesByEnd.get(specifier.slice(specifier.lastIndexOf("/") + 1));',
    replace:
      "const named = folder.names.filter((one) => one.endsWith(specifier + '.ts') && namesByEnd.has(specifier));",
    in: "node",
    test: [INPUTS, "-t", "a workflow that names 100,000 things"],
  },
  {
    name: "secrets found in escaped texts",
    group: "fuzzing",
    file: "src/workflow/secret-finder.ts",
    find: "const inner = layers.length < MOST_LAYERS ? peeled(layer) : null;",
    replace: "const inner = layers.length < 0 ? peeled(layer) : null;",
    in: "node",
    test: [FUZZ, "-t", "secrets in other spellings"],
  },
  {
    name: "each line read for regular expressions once",
    group: "growth",
    file: "src/views/editor/highlight.ts",
    find: "if (start >= divisionsUntil) {",
    replace: "if (start >= 0) {",
    in: "browser",
    test: ["-g", "no reader of the page"],
    env: { HOSTILE_READER: "highlighter" },
  },
  {
    name: "colours no further than a file is looked at",
    group: "readers",
    file: "src/views/editor/highlight.ts",
    find: "while (at < source.length && tokens.length < mostPieces) {",
    replace: "while (at < source.length && mostPieces > 0) {",
    in: "page",
    test: ["hostile/readers", "-g", "countless statements"],
  },
  {
    name: "every field of kept work checked",
    group: "forms",
    file: "src/store/project-of-json.ts",
    find: "json.filter((item): item is T & Json => hasShape(item, shape as object))",
    replace: "(json as unknown as readonly T[]).filter(() => shape !== null && hasShape !== null)",
    in: "page",
    test: ["hostile/forms", "-g", "files without names"],
  },
  {
    name: "long texts edited in parts",
    group: "big data",
    file: "src/views/editor/text-parts.ts",
    find: "return text.length > MOST_CHARACTERS ||",
    replace: "return text.length > MOST_CHARACTERS * 1e6 && ",
    in: "page",
    test: ["hostile/big-data", "-g", "nearly 3 MB pasted under Base tokens"],
  },
  {
    name: "cap on a paste",
    group: "big data",
    file: "src/views/editor/use-text-part.tsx",
    find: "if (after.length > MOST_PASTED_CHARACTERS) {",
    replace: "if (after.length > 1e9 + MOST_PASTED_CHARACTERS) {",
    in: "page",
    test: ["hostile/big-data", "-g", "more than 3 MB pasted"],
  },
];

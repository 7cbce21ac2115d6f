/** Keeps the runtime worker small: sucrase's parser as ES modules without Flow or tables of names, and guest scripts as short as they may be. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { minifySync, type Plugin } from "vite";

const GUEST_SCRIPT = /\/src\/sandbox\/(?:guest|glue)\/[\w.-]+\.js\?raw$/;
const FLOW_PARSER = /\/sucrase\/dist\/esm\/parser\/plugins\/flow\.js$/;

const READS_ENUMERATIONS = /\/sucrase\/dist\/esm\/parser\/.*\.js$|\/src\/(?:transpile|diagnose)\/.*\.ts$/;

const require = createRequire(import.meta.url);
const { TokenType } = require("sucrase/dist/parser/tokenizer/types.js");
const { ContextualKeyword } = require("sucrase/dist/parser/tokenizer/keywords.js");
const { IdentifierRole } = require("sucrase/dist/parser/tokenizer/index.js");
const { charCodes } = require("sucrase/dist/parser/util/charcodes.js");
const ENUMERATIONS: { readonly [name: string]: { readonly [member: string]: number } } = {
  TokenType,
  tt: TokenType,
  ContextualKeyword,
  IdentifierRole,
  charCodes,
};

/** TypeScript has compiled sucrase's enumerations to objects that read names from numbers as well, which nothing does. */
function withNumbers(source: string): string {
  return source
    .replace(/export var (\w+); \(function \(\1\) \{[\s\S]*?\n\}\)\(\1 \|\| \(\1 = \{\}\)\);/g, "export const $1 = {};")
    .replace(/\b(TokenType|tt|ContextualKeyword|IdentifierRole|charCodes)\.(\w+)\b/g, (text, name, member) =>
      String(ENUMERATIONS[name]?.[member] ?? text),
    );
}

/** sucrase enters its Flow plugin only for files parsed as Flow, which ours never are: every function of it is out of reach. */
function withoutBodies(source: string): string {
  const names = [...source.matchAll(/^export function (\w+)/gm)].map((match) => match[1]);
  return names.map((name) => `export function ${name}() { throw new Error("Flow is not parsed here."); }`).join("\n");
}

/** Functions keep their names, which author code can see, and syntax stays as it is; only variables are renamed. */
function shortened(file: string): string {
  const { code, errors } = minifySync(file, readFileSync(file, "utf8"), {
    compress: false,
    mangle: { toplevel: false, keepNames: true },
    codegen: { removeWhitespace: true, legalComments: "none" },
  });
  if (errors.length > 0) throw new Error(`${file} could not be shortened: ${errors[0]?.message}`);
  return code;
}

/** For the page and for workers alike. */
export function leanWorker(): Plugin {
  return {
    name: "lean-worker",
    enforce: "pre",
    apply: "build",
    async resolveId(source, importer) {
      if (!source.startsWith("sucrase/dist/parser/")) return null;
      return this.resolve(source.replace("sucrase/dist/", "sucrase/dist/esm/"), importer, { skipSelf: true });
    },
    load(id) {
      if (GUEST_SCRIPT.test(id)) {
        return `export default ${JSON.stringify(shortened(id.replace(/\?raw$/, "")))};`;
      }
      return FLOW_PARSER.test(id) ? withoutBodies(readFileSync(id, "utf8")) : null;
    },
    transform(code, id) {
      return READS_ENUMERATIONS.test(id) ? { code: withNumbers(code), map: null } : null;
    },
  };
}

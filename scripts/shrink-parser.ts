/** Keeps sucrase's parser small: its ES modules in place of the CommonJS ones, enumerations that a bundler can read, nothing of Flow, and no words for its errors. */
import { createRequire } from "node:module";
import type { ESTree, Plugin } from "vite";
import type { BuildSteps } from "./build-steps.ts";

const FILES = /\/sucrase\/dist\/esm\/(parser\/.*)\.js$/;
const FLOW = "parser/plugins/flow";
const ENUMERATION = "\0sucrase-enumeration:";

const require = createRequire(import.meta.url);
/** The same file of sucrase's CommonJS build, as Node runs it. */
const valuesOf = (file: string): { readonly [name: string]: unknown } => require(`sucrase/dist/${file}.js`);

/** sucrase enters its Flow plugin only for files parsed as Flow, which ours never are: every function of it is out of reach. */
function withoutFlow(): string {
  const names = Object.keys(valuesOf(FLOW)).map((name) => `unreachable as ${name}`);
  return `function unreachable() { throw new Error("Flow is not parsed here."); } export { ${names.join(", ")} };`;
}

/** One constant a member, so that a namespace import of it is resolved to numbers. */
function enumerationModule(file: string, name: string): string {
  const members = Object.entries(valuesOf(file)[name] as object).filter(([, value]) => typeof value === "number");
  return members.map(([member, value]) => `export const ${member} = ${value};`).join("\n");
}

/** A part of a module, and what takes its place. */
type Part = { readonly step: string; readonly start: number; readonly end: number; readonly code: string };

/** TypeScript compiles an enumeration to `export var X; (function (X) {…})(X || (X = {}));`, an object that no bundler sees through. */
function compiledEnumerations({ body }: ESTree.Program, file: string): readonly Part[] {
  return body.flatMap((node, at) => {
    const next = body[at + 1];
    if (node.type !== "ExportNamedDeclaration" || node.declaration?.type !== "VariableDeclaration") return [];
    const [variable] = node.declaration.declarations;
    if (variable?.id.type !== "Identifier" || variable.init !== null) return [];
    if (next?.type !== "ExpressionStatement" || next.expression.type !== "CallExpression") return [];
    const { name } = variable.id;
    const module = JSON.stringify(`${ENUMERATION}${file}#${name}`);
    const code = `import * as ${name} from ${module}; export { ${name} };`;
    return [{ step: `enumeration ${name}`, start: node.start, end: next.end, code }];
  });
}

/** Of a mistake its place alone is used: the words are the bundler's. */
function namesOfTokens({ body }: ESTree.Program): readonly Part[] {
  return body.flatMap((node) => {
    if (node.type !== "ExportNamedDeclaration" || node.declaration?.type !== "FunctionDeclaration") return [];
    if (node.declaration.id?.name !== "formatTokenType") return [];
    const code = `export function formatTokenType() { return ""; }`;
    return [{ step: "sucrase without names of tokens", start: node.start, end: node.end, code }];
  });
}

/** For the page and for workers alike. */
export function shrinkParser(steps: BuildSteps): Plugin {
  return {
    name: "shrink-parser",
    enforce: "pre",
    apply: "build",
    resolveId: {
      filter: { id: [/^sucrase\/dist\/parser\//, /^\0sucrase-enumeration:/] },
      handler(source, importer) {
        if (source.startsWith(ENUMERATION)) return source;
        steps.did("sucrase as ES modules");
        return this.resolve(source.replace("sucrase/dist/", "sucrase/dist/esm/"), importer, { skipSelf: true });
      },
    },
    load: {
      filter: { id: [FILES, /^\0sucrase-enumeration:/] },
      handler(id) {
        if (id.startsWith(ENUMERATION)) {
          const [file = "", name = ""] = id.slice(ENUMERATION.length).split("#");
          return { code: enumerationModule(file, name), moduleSideEffects: false };
        }
        if (FILES.exec(id)?.[1] !== FLOW) return null;
        steps.did("sucrase without Flow");
        return withoutFlow();
      },
    },
    transform: {
      filter: { id: FILES },
      handler(code, id) {
        const file = FILES.exec(id)?.[1] ?? "";
        let written = "";
        let from = 0;
        const program = this.parse(code);
        const parts = [...compiledEnumerations(program, file), ...namesOfTokens(program)];
        for (const part of parts.sort((a, b) => a.start - b.start)) {
          written += code.slice(from, part.start) + part.code;
          from = part.end;
          steps.did(part.step);
        }
        return from === 0 ? null : { code: written + code.slice(from), map: null };
      },
    },
  };
}

/** What a build that holds the parser must have done. */
export const PARSER_STEPS = [
  "sucrase as ES modules",
  "sucrase without Flow",
  "sucrase without names of tokens",
  "enumeration TokenType",
  "enumeration ContextualKeyword",
  "enumeration IdentifierRole",
  "enumeration charCodes",
];

/** Loads the files that the entry reaches by imports: each is parsed, its names are resolved, and its imports followed. */

import { PACKAGE_NAME } from "../../workflow/package-exports.ts";
import type { SourceFile } from "../../workflow/project.ts";
import { isRelative, resolveImport } from "../../workflow/resolve-import.ts";
import { BundlerNeeded } from "../bundler-needed.ts";
import { type Names, resolveNames } from "../names/resolve-names.ts";
import { type ParsedFile, parseSource, positionOfToken } from "../parse/parse.ts";
import { type EnumConstants, readEnumConstants } from "./enum-constants.ts";
import type { ImportStatement, ModuleSyntax } from "./module-syntax.ts";
import { readModuleSyntax } from "./read-module-syntax.ts";
import { type CompilerSettings, compilerSettingsFor } from "./tsconfig.ts";

export type CodeModule = {
  readonly kind: "code";
  readonly file: string;
  readonly parsed: ParsedFile;
  readonly names: Names;
  readonly syntax: ModuleSyntax;
  readonly settings: CompilerSettings;
  readonly enums: EnumConstants;
  /** Import statements that stay: in TypeScript one whose names are all types or unused vanishes. */
  readonly imports: readonly ImportStatement[];
  /** Where each specifier leads. */
  readonly targets: Map<string, Module | "package">;
};

export type JsonModule = {
  readonly kind: "json";
  readonly file: string;
  readonly text: string;
  readonly keys: readonly string[];
};

export type Module = CodeModule | JsonModule;

/** `modules`: in the order in which production evaluates them, the entry among them. */
export type Modules = { readonly entry: CodeModule; readonly modules: readonly Module[] };

/** @throws BundlerNeeded */
export function loadModules(files: readonly SourceFile[], entry: SourceFile): Modules {
  const loader = new Loader(files);
  const module = loader.load(entry, true);
  if (module.kind !== "code") throw new TypeError(`${entry.name} is not a source file`);
  return { entry: module, modules: loader.ordered };
}

class Loader {
  readonly ordered: Module[] = [];
  readonly #files: readonly SourceFile[];
  readonly #known = new Map<string, Module>();

  constructor(files: readonly SourceFile[]) {
    this.#files = files;
  }

  load(file: SourceFile, isEntry: boolean): Module {
    const known = this.#known.get(file.name);
    if (known) return known;
    const module = file.name.endsWith(".json") ? readJson(file) : this.#read(file, isEntry);
    this.#known.set(file.name, module);
    if (module.kind === "code") this.#follow(module);
    this.ordered.push(module);
    return module;
  }

  #read(file: SourceFile, isEntry: boolean): CodeModule {
    const parsed = parseSource(file);
    if (parsed.kind === "invalid") throw new BundlerNeeded("code that the parser here cannot follow", parsed.position);
    const names = resolveNames(parsed);
    const syntax = readModuleSyntax(parsed, names);
    const settings = compilerSettingsFor(this.#files, file.name);
    const unsupported =
      exportedTwice(syntax, names) ?? syntax.unsupported ?? unsupportedInScript(names, syntax, isEntry);
    if (unsupported) throw new BundlerNeeded(unsupported.construct, positionOfToken(parsed, unsupported.tokenIndex));
    return {
      kind: "code",
      file: file.name,
      parsed,
      names,
      syntax,
      settings,
      enums: readEnumConstants(parsed, names),
      imports: syntax.imports.filter((statement) => !isElided(parsed, names, statement, settings)),
      targets: new Map(),
    };
  }

  #follow(module: CodeModule): void {
    for (const statement of module.imports) {
      if (module.targets.has(statement.specifier)) continue;
      const target = this.#target(module, statement.specifier, statement.specifierIndex);
      module.targets.set(statement.specifier, target);
      const isScript = target !== "package" && target.kind === "code" && !target.syntax.isModule;
      if (isScript && !statement.isBare) {
        throw new BundlerNeeded(
          "names imported from a file without exports",
          positionOfToken(module.parsed, statement.start),
        );
      }
    }
  }

  #target(module: CodeModule, specifier: string, tokenIndex: number): Module | "package" {
    if (specifier === PACKAGE_NAME) return "package";
    const file = isRelative(specifier) ? resolveImport(this.#files, module.file, specifier) : null;
    if (file && !file.name.endsWith(".txt")) return this.load(file, false);
    throw new BundlerNeeded("an import that is no file of code", positionOfToken(module.parsed, tokenIndex));
  }
}

/** The second export of one name; the parts of an enum are one. */
function exportedTwice(syntax: ModuleSyntax, names: Names): ModuleSyntax["unsupported"] {
  const twice = syntax.exports.find((entry, index) => {
    const first = syntax.exports.findIndex(({ exported }) => exported === entry.exported);
    return first < index && !(entry.kind === "local" && names.topLevel.get(entry.local)?.kind === "enum");
  });
  return twice ? { construct: "two exports of one name", tokenIndex: twice.tokenIndex } : null;
}

/** A helper file written for CommonJS keeps a scope and a time of its own in the bundle. */
function unsupportedInScript(names: Names, syntax: ModuleSyntax, isEntry: boolean): ModuleSyntax["unsupported"] {
  const own = names.free.get("exports");
  if (syntax.isModule) return own ? { construct: "exports in a module", tokenIndex: own[0] ?? 0 } : null;
  if (isEntry) return null;
  const free = names.free.get("module") ?? own;
  return free ? { construct: "a CommonJS file", tokenIndex: free[0] ?? 0 } : null;
}

/** In TypeScript an import none of whose names is used as a value vanishes with all its effects (esbuild's rule). */
function isElided(parsed: ParsedFile, names: Names, statement: ImportStatement, settings: CompilerSettings): boolean {
  if (statement.isBare || !parsed.isTypeScript || settings.keepsUnusedImports) return false;
  return statement.bindings.every((binding) => (names.uses.get(binding.local)?.length ?? 0) < 2);
}

function readJson(file: SourceFile): JsonModule {
  try {
    const value: unknown = JSON.parse(file.text);
    const keys = typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
    return { kind: "json", file: file.name, text: file.text, keys };
  } catch {
    throw new BundlerNeeded("a file that is not valid JSON", { file: file.name, line: 1, column: 1 });
  }
}

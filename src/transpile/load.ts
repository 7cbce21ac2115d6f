/** Loads the files that the entry reaches by imports, in the order in which production evaluates them. */

import { PACKAGE_NAME } from "../workflow/package-exports.ts";
import type { Position } from "../workflow/position.ts";
import type { SourceFile } from "../workflow/project.ts";
import { type EnumConstants, readEnumConstants } from "./emit.ts";
import { checkSyntax, type SyntaxFinding } from "./gate.ts";
import { type ImportStatement, type ModuleSyntax, readModuleSyntax } from "./module.ts";
import { LOST, type ParsedFile, parseSource, positionOfToken } from "./parse.ts";
import type { Refusal } from "./refusal.ts";
import { isRelative, resolveImport } from "./resolve.ts";
import { type Names, resolveNames } from "./scope.ts";
import { tt } from "./token-type.ts";
import { type CompilerSettings, compilerSettingsFor } from "./tsconfig.ts";

export type CodeModule = {
  readonly kind: "code";
  readonly file: string;
  readonly parsed: ParsedFile;
  readonly names: Names;
  readonly syntax: ModuleSyntax;
  readonly settings: CompilerSettings;
  readonly enums: EnumConstants;
  readonly findings: readonly SyntaxFinding[];
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

export type Loaded =
  | { readonly kind: "loaded"; readonly entry: CodeModule; readonly modules: readonly Module[] }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | {
      readonly kind: "needs-bundler";
      readonly construct: string;
      readonly position: Position;
    };

/** Ends loading early; caught by `loadModules` alone. */
class Stop extends Error {
  readonly code = "load-stopped";
  readonly result: Exclude<Loaded, { kind: "loaded" }>;

  constructor(result: Exclude<Loaded, { kind: "loaded" }>) {
    super(result.kind);
    this.result = result;
  }
}

/** What was loaded last of a list of files: a run reads it twice, to transpile and to diagnose. */
const latest = new WeakMap<readonly SourceFile[], { readonly entry: SourceFile; readonly loaded: Loaded }>();

export function loadModules(files: readonly SourceFile[], entry: SourceFile): Loaded {
  const known = latest.get(files);
  if (known?.entry === entry) return known.loaded;
  const loaded = loadAfresh(files, entry);
  latest.set(files, { entry, loaded });
  return loaded;
}

function loadAfresh(files: readonly SourceFile[], entry: SourceFile): Loaded {
  const loader = new Loader(files);
  try {
    const module = loader.load(entry, true);
    if (module.kind !== "code") throw new TypeError(`${entry.name} is not a source file`);
    return { kind: "loaded", entry: module, modules: loader.ordered };
  } catch (error) {
    if (error instanceof Stop) return error.result;
    throw error;
  }
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
    if (parsed.kind === "invalid") {
      const { message, position } = parsed;
      const construct = ACCEPTED_BY_ESBUILD.get(message);
      if (construct) throw new Stop({ kind: "needs-bundler", construct, position });
      throw new Stop({
        kind: "refused",
        refusal: { phase: "compile", message, position },
      });
    }
    const names = resolveNames(parsed);
    const syntax = readModuleSyntax(parsed, names);
    const findings = checkSyntax(parsed, names);
    const settings = compilerSettingsFor(this.#files, file.name);
    for (const finding of findings) {
      if (finding.kind === "asks-for") this.#checkRequest(parsed, finding);
      if (finding.kind === "refused" && finding.phase === "compile") {
        throw new Stop({
          kind: "refused",
          refusal: { ...finding, position: positionOfToken(parsed, finding.tokenIndex) },
        });
      }
    }
    for (const finding of findings) {
      if (finding.kind === "needs-bundler")
        throw new Stop({
          kind: "needs-bundler",
          construct: finding.construct,
          position: positionOfToken(parsed, finding.tokenIndex),
        });
    }
    const twice = exportedTwice(syntax, names);
    if (twice) {
      const message = `Multiple exports with the same name ${JSON.stringify(twice.exported)}`;
      const position = positionOfToken(parsed, twice.tokenIndex);
      throw new Stop({ kind: "refused", refusal: { phase: "compile", message, advice: ONE_EXPORT, position } });
    }
    const unusual = syntax.unusual ?? scriptOddity(names, syntax, isEntry);
    if (unusual) {
      const position = positionOfToken(parsed, unusual.tokenIndex);
      throw new Stop({ kind: "needs-bundler", construct: unusual.construct, position });
    }
    return {
      kind: "code",
      file: file.name,
      parsed,
      names,
      syntax,
      settings,
      findings,
      enums: readEnumConstants(parsed, names),
      imports: syntax.imports.filter((statement) => !isElided(parsed, names, statement, settings)),
      targets: new Map(),
    };
  }

  /** `require("…")` and `import("…")`: esbuild bundles what it can resolve, each in its own way, and refuses the rest. */
  #checkRequest(parsed: ParsedFile, request: Extract<SyntaxFinding, { kind: "asks-for" }>): void {
    const { specifier, tokenIndex, isRequire } = request;
    const isKnown =
      specifier === PACKAGE_NAME ||
      (isRelative(specifier) && resolveImport(this.#files, parsed.file.name, specifier) !== null);
    const construct = isRequire ? "require" : "import()";
    const isGuarded = parsed.tokens.some((token) => token.type === tt._try);
    if (isKnown || (isGuarded && isRequire)) {
      throw new Stop({ kind: "needs-bundler", construct, position: positionOfToken(parsed, tokenIndex) });
    }
    throw new Stop({ kind: "refused", refusal: unresolved(specifier, positionOfToken(parsed, tokenIndex)) });
  }

  #follow(module: CodeModule): void {
    for (const statement of module.imports) {
      if (module.targets.has(statement.specifier)) continue;
      const target = this.#target(module, statement.specifier, statement.specifierIndex);
      module.targets.set(statement.specifier, target);
      const isScript = target !== "package" && target.kind === "code" && !target.syntax.isModule;
      if (isScript && !statement.isBare) {
        throw new Stop({
          kind: "needs-bundler",
          construct: "names imported from a file without exports",
          position: positionOfToken(module.parsed, statement.start),
        });
      }
    }
  }

  #target(module: CodeModule, specifier: string, tokenIndex: number): Module | "package" {
    if (specifier === PACKAGE_NAME) return "package";
    const file = isRelative(specifier) ? resolveImport(this.#files, module.file, specifier) : null;
    if (file) return this.load(file, false);
    throw new Stop({ kind: "refused", refusal: unresolved(specifier, positionOfToken(module.parsed, tokenIndex)) });
  }
}

/** What sucrase's parser refuses and esbuild takes, by sucrase's message. */
const ACCEPTED_BY_ESBUILD: ReadonlyMap<string, string> = new Map([
  [LOST, "code that the parser here cannot follow"],
  ['Unexpected "with"', "a with statement"],
  ['Unexpected "function"', "a function as the body of a statement"],
  ['Expected "(" but found ">"', "type parameters of a method called async"],
]);

const ONE_EXPORT = "Keep one of the exports, or give the others names of their own.";

/** The second export of one name; the parts of an enum are one. */
function exportedTwice(syntax: ModuleSyntax, names: Names): ModuleSyntax["exports"][number] | undefined {
  return syntax.exports.find((entry, index) => {
    const first = syntax.exports.findIndex(({ exported }) => exported === entry.exported);
    return first < index && !(entry.kind === "local" && names.topLevel.get(entry.local)?.kind === "enum");
  });
}

/** A helper file written for CommonJS keeps a scope and a time of its own in the bundle. */
function scriptOddity(names: Names, syntax: ModuleSyntax, isEntry: boolean): ModuleSyntax["unusual"] {
  const own = names.free.get("exports");
  if (syntax.isModule) return own ? { construct: "exports in a module", tokenIndex: own[0] ?? 0 } : null;
  if (isEntry) return null;
  const free = names.free.get("module") ?? own;
  return free ? { construct: "a CommonJS file", tokenIndex: free[0] ?? 0 } : null;
}

/** Names that only Node has; in production nothing stands behind them. */
const NODE_MODULES =
  /^(node:.*|assert|buffer|child_process|crypto|events|fs|http|https|net|os|path|process|querystring|stream|timers|tls|url|util|zlib)(\/.*)?$/;

export function unresolved(specifier: string, position: Refusal["position"]): Refusal {
  const advice = isRelative(specifier)
    ? "Add the file to the project, or correct the path."
    : NODE_MODULES.test(specifier)
      ? "Workflows do not run in Node: use plain JavaScript, a binding such as url, or an API through fetch from @kinde/infrastructure."
      : "Only @kinde/infrastructure and the project’s own files can be imported here; copy the code you need into a file of the project.";
  return { phase: "compile", message: `Could not resolve "${specifier}"`, advice, position };
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
    const position = { file: file.name, line: 1, column: 1 };
    throw new Stop({
      kind: "refused",
      refusal: { phase: "compile", message: "This file is not valid JSON", position },
    });
  }
}

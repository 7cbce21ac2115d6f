/** Reads what a tsconfig.json changes in how production bundles: strict mode, class fields, unused imports, and paths. */
import type { SourceFile } from "../../workflow/project.ts";

export type CompilerSettings = {
  /** Whether the bundle starts with "use strict". */
  readonly strict: boolean;
  /** Whether class fields are defined (ES2022) rather than assigned. */
  readonly definesFields: boolean;
  /** Whether an import stays although none of its names is used as a value. */
  readonly keepsUnusedImports: boolean;
};

/** Those of the usual template: `"strict": true, "target": "ES2020"`. */
const TEMPLATE: CompilerSettings = { strict: true, definesFields: false, keepsUnusedImports: false };

/** The text esbuild sees when the project brings no tsconfig.json of its own. */
export const TEMPLATE_TSCONFIG = `{"compilerOptions":{"target":"ES2020","strict":true}}`;

export function compilerSettingsFor(files: readonly SourceFile[], name: string): CompilerSettings {
  const file = nearestTsconfig(files, name);
  return file ? settingsOf(optionsOf(files, file)) : TEMPLATE;
}

/** What esbuild reads: the project's own tsconfig.json, or the usual template's. */
export function tsconfigTextFor(files: readonly SourceFile[], name: string): string {
  const file = nearestTsconfig(files, name);
  if (!file) return TEMPLATE_TSCONFIG;
  return contentOf(file.text).extends ? JSON.stringify({ compilerOptions: optionsOf(files, file) }) : file.text;
}

function nearestTsconfig(files: readonly SourceFile[], name: string): SourceFile | null {
  const parts = name.split("/");
  for (let depth = parts.length - 1; depth >= 0; depth--) {
    const path = [...parts.slice(0, depth), "tsconfig.json"].join("/");
    const file = files.find((candidate) => candidate.name === path);
    if (file) return file;
  }
  return null;
}

function settingsOf(options: Options): CompilerSettings {
  const target = String(options.target ?? "esnext").toLowerCase();
  const modern = target === "esnext" || Number(/^es(\d{4})$/.exec(target)?.[1] ?? 0) >= 2022;
  return {
    strict: (options.alwaysStrict ?? options.strict) === true,
    definesFields: options.useDefineForClassFields ?? modern,
    keepsUnusedImports: options.verbatimModuleSyntax === true || options.preserveValueImports === true,
  };
}

/** Of `compilerOptions`. Paths are those from the root of the project. */
type Options = {
  readonly strict?: boolean;
  readonly alwaysStrict?: boolean;
  readonly target?: string;
  readonly useDefineForClassFields?: boolean;
  readonly verbatimModuleSyntax?: boolean;
  readonly preserveValueImports?: boolean;
  readonly baseUrl?: string;
  readonly paths?: Record<string, string[]>;
  /** The folder of the file that holds `paths`. */
  readonly pathsFrom?: string;
};

/** How many files may extend one another. */
const MAX_EXTENDS = 5;

/** With the options of the files that it extends under its own. */
function optionsOf(files: readonly SourceFile[], { name, text }: SourceFile, left = MAX_EXTENDS): Options {
  const folder = name.replace(/[^/]*$/, "");
  const { extends: extended = [], compilerOptions: own = {} } = contentOf(text);
  let options: Options = {};
  for (const path of left > 0 ? [extended].flat() : []) {
    const whole = join(folder, path);
    const file = path.startsWith(".") && files.find((one) => one.name === whole || one.name === `${whole}.json`);
    if (file) options = { ...options, ...optionsOf(files, file, left - 1) };
  }
  return {
    ...options,
    ...own,
    ...(own.baseUrl === undefined ? {} : { baseUrl: join(folder, own.baseUrl) }),
    ...(own.paths === undefined ? {} : { pathsFrom: folder }),
  };
}

type Content = { readonly extends?: string | readonly string[]; readonly compilerOptions?: Options };

/** Comments and trailing commas are allowed; what cannot be read says nothing. */
function contentOf(text: string): Content {
  const plain = text
    .replace(/("(?:[^"\\\n]|\\.)*")|\/\/.*|\/\*[\s\S]*?\*\//g, (_, string?: string) => string ?? " ")
    .replace(/("(?:[^"\\\n]|\\.)*")|,(?=\s*[}\]])/g, (_, string?: string) => string ?? "");
  try {
    return (JSON.parse(plain) ?? {}) as Content;
  } catch {
    return {};
  }
}

/**
 * The paths, from the root of the project, that the nearest tsconfig.json gives a specifier that is not relative:
 * those of the longest pattern in `paths` that fits, then the one under `baseUrl`.
 */
export function pathsFor(files: readonly SourceFile[], importer: string, specifier: string): readonly string[] {
  const file = nearestTsconfig(files, importer);
  const { baseUrl, paths = {}, pathsFrom = "" } = file ? optionsOf(files, file) : {};
  const found = Object.entries(paths)
    .map(([pattern, targets]) => ({ pattern, targets, rest: restAfter(pattern, specifier) }))
    .filter(({ rest }) => rest !== null)
    .sort((a, b) => b.pattern.length - a.pattern.length)[0];
  const mapped =
    found?.targets.map((target) => join(baseUrl ?? pathsFrom, target.replace("*", found.rest ?? ""))) ?? [];
  return baseUrl === undefined ? mapped : [...mapped, join(baseUrl, specifier)];
}

/** What stands for the star of a pattern; null where it does not fit. */
function restAfter(pattern: string, specifier: string): string | null {
  const star = pattern.indexOf("*");
  if (star === -1) return pattern === specifier ? "" : null;
  const [head, tail] = [pattern.slice(0, star), pattern.slice(star + 1)];
  const fits = specifier.length >= head.length + tail.length && specifier.startsWith(head) && specifier.endsWith(tail);
  return fits ? specifier.slice(head.length, specifier.length - tail.length) : null;
}

function join(base: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${base}/${path}`.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

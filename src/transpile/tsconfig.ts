/** Reads what a tsconfig.json changes in how production bundles: strict mode, class fields, unused imports, and paths. */
import type { SourceFile } from "../workflow/project.ts";

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
  return file ? settingsIn(file.text) : TEMPLATE;
}

/** What esbuild reads: the project's own tsconfig.json, or the usual template's. */
export function tsconfigTextFor(files: readonly SourceFile[], name: string): string {
  return nearestTsconfig(files, name)?.text ?? TEMPLATE_TSCONFIG;
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

function settingsIn(text: string): CompilerSettings {
  const written = withoutComments(text);
  const flag = (name: string) => new RegExp(`"${name}"\\s*:\\s*(true|false)`).exec(written)?.[1];
  const target = /"target"\s*:\s*"(\w+)"/.exec(written)?.[1]?.toLowerCase();
  const strict = (flag("alwaysStrict") ?? flag("strict")) === "true";
  const define = flag("useDefineForClassFields");
  const modern = target === undefined || target === "esnext" || Number(/^es(\d{4})$/.exec(target)?.[1] ?? 0) >= 2022;
  const keepsUnusedImports = flag("verbatimModuleSyntax") === "true" || flag("preserveValueImports") === "true";
  return { strict, definesFields: define === undefined ? modern : define === "true", keepsUnusedImports };
}

/** The text with a space for every comment; what stands in strings stays. */
function withoutComments(text: string): string {
  return text.replace(/("(?:[^"\\\n]|\\.)*")|\/\/.*|\/\*[\s\S]*?\*\//g, (_, string?: string) => string ?? " ");
}

/**
 * The paths, from the root of the project, that the nearest tsconfig.json gives a specifier that is not relative:
 * those of the longest pattern in `paths` that fits, then the one under `baseUrl`.
 */
export function pathsFor(files: readonly SourceFile[], importer: string, specifier: string): readonly string[] {
  const file = nearestTsconfig(files, importer);
  const options = file ? compilerOptionsIn(file.text) : null;
  if (!file || !options) return [];
  const base = join(file.name.replace(/[^/]*$/, ""), options.baseUrl ?? ".");
  const found = Object.entries(options.paths ?? {})
    .map(([pattern, targets]) => ({ pattern, targets, rest: restAfter(pattern, specifier) }))
    .filter(({ rest }) => rest !== null)
    .sort((a, b) => b.pattern.length - a.pattern.length)[0];
  const mapped = found?.targets.map((target) => join(base, target.replace("*", found.rest ?? ""))) ?? [];
  return options.baseUrl === undefined ? mapped : [...mapped, join(base, specifier)];
}

type PathOptions = { readonly baseUrl?: string; readonly paths?: Record<string, string[]> };

function compilerOptionsIn(text: string): PathOptions | null {
  try {
    const plain = withoutComments(text).replace(
      /("(?:[^"\\\n]|\\.)*")|,(?=\s*[}\]])/g,
      (_, string?: string) => string ?? "",
    );
    return (JSON.parse(plain) as { compilerOptions?: PathOptions }).compilerOptions ?? null;
  } catch {
    return null;
  }
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

/** Reads the two things in a tsconfig.json that change how production bundles: strict mode and class fields. */
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
  const flag = (name: string) => new RegExp(`"${name}"\\s*:\\s*(true|false)`).exec(text)?.[1];
  const target = /"target"\s*:\s*"(\w+)"/.exec(text)?.[1]?.toLowerCase();
  const strict = (flag("alwaysStrict") ?? flag("strict")) === "true";
  const define = flag("useDefineForClassFields");
  const modern = target === undefined || target === "esnext" || Number(/^es(\d{4})$/.exec(target)?.[1] ?? 0) >= 2022;
  const keepsUnusedImports = flag("verbatimModuleSyntax") === "true" || flag("preserveValueImports") === "true";
  return { strict, definesFields: define === undefined ? modern : define === "true", keepsUnusedImports };
}

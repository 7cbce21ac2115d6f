/** What the editor's type checker knows: the package's own declarations, Kinde's globals, and the compiler options of a Kinde project. */
import kindePackage from "@kinde/infrastructure/package.json?raw";
import mainTypes from "@kinde/infrastructure/dist/main.d.ts?raw";
import prohibitedClaimsTypes from "@kinde/infrastructure/dist/prohibitedClaims.d.ts?raw";
import eventTypes from "@kinde/infrastructure/dist/types.d.ts?raw";
import { isJsonObject, parseJson } from "../../workflow/json.ts";
import { readLocatedJson } from "../../workflow/located-json.ts";
import type { SourceFile } from "../../workflow/project.ts";
import kindeGlobal from "../../workflow/kinde-global.d.ts?raw";

/** Where the author's files stand for the type checker. */
export const PROJECT_ROOT = "file:///project/";

const PACKAGE_ROOT = "file:///node_modules/@kinde/infrastructure/";

type ExtraLib = { readonly filePath: string; readonly content: string };

export const EXTRA_LIBS: readonly ExtraLib[] = [
  { filePath: `${PACKAGE_ROOT}package.json`, content: kindePackage },
  { filePath: `${PACKAGE_ROOT}dist/main.d.ts`, content: mainTypes },
  { filePath: `${PACKAGE_ROOT}dist/prohibitedClaims.d.ts`, content: prohibitedClaimsTypes },
  { filePath: `${PACKAGE_ROOT}dist/types.d.ts`, content: eventTypes },
  { filePath: "file:///node_modules/@types/kinde-runtime/index.d.ts", content: kindeGlobal },
];

/** Numbers are those of TypeScript's own enums (`ScriptTarget`, `ModuleKind`, `ModuleResolutionKind`, `JsxEmit`). */
const TEMPLATE_OPTIONS = {
  target: 7,
  module: 99,
  moduleResolution: 2,
  jsx: 1,
  lib: ["es2023"],
  strict: true,
  allowJs: true,
  allowNonTsExtensions: true,
  esModuleInterop: true,
  resolveJsonModule: true,
  isolatedModules: true,
  noEmit: true,
  skipLibCheck: true,
  types: [] as string[],
};

/** Options of a project's tsconfig.json that change what counts as a type error. */
const HEEDED = [
  "strict",
  "noImplicitAny",
  "strictNullChecks",
  "strictFunctionTypes",
  "strictPropertyInitialization",
  "noImplicitThis",
  "useUnknownInCatchVariables",
  "noUncheckedIndexedAccess",
  "exactOptionalPropertyTypes",
  "noPropertyAccessFromIndexSignature",
  "noImplicitReturns",
  "noFallthroughCasesInSwitch",
  "noUnusedLocals",
  "noUnusedParameters",
  "allowUnreachableCode",
  "checkJs",
  "experimentalDecorators",
  "useDefineForClassFields",
] as const;

type EditorCompilerOptions = typeof TEMPLATE_OPTIONS &
  Mapped & { readonly [name in (typeof HEEDED)[number]]?: boolean };

/** Where imports are looked for that are neither relative nor a package's. */
type Mapped = { readonly baseUrl?: string; readonly paths?: { [pattern: string]: string[] } };

/** The template's options, with the switches of the project's own tsconfig.json where it has one. */
export function editorCompilerOptions(files: readonly SourceFile[]): EditorCompilerOptions {
  const text = files.find((file) => file.name === "tsconfig.json")?.text;
  if (text === undefined) return TEMPLATE_OPTIONS;
  const written = HEEDED.flatMap((name) => {
    const value = new RegExp(`"${name}"\\s*:\\s*(true|false)`).exec(text)?.[1];
    return value === undefined ? [] : [[name, value === "true"] as const];
  });
  return { ...TEMPLATE_OPTIONS, strict: false, ...Object.fromEntries(written), ...mappedBy(text) };
}

function mappedBy(tsconfig: string): Mapped {
  const reading = readLocatedJson(tsconfig);
  const json = reading.kind === "ok" ? parseJson(reading.value.json) : null;
  const options = isJsonObject(json) ? json["compilerOptions"] : null;
  if (!isJsonObject(options)) return {};
  const { baseUrl, paths } = options;
  const isBased = typeof baseUrl === "string" && URL.canParse(`${baseUrl}/`, PROJECT_ROOT);
  const base = isBased ? new URL(`${baseUrl}/`, PROJECT_ROOT).href : PROJECT_ROOT;
  const entries = Object.entries(isJsonObject(paths) ? paths : {}).map(([pattern, targets]): [string, string[]] => {
    const texts = Array.isArray(targets) ? targets.filter((target) => typeof target === "string") : [];
    return [pattern, texts.filter((target) => URL.canParse(target, base)).map((target) => new URL(target, base).href)];
  });
  return {
    ...(isBased ? { baseUrl: base } : {}),
    ...(entries.length > 0 ? { paths: Object.fromEntries(entries) } : {}),
  };
}

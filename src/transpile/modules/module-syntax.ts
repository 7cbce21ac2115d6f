/** The import and export statements of one file, as data. */

/** One name that an import statement binds; `imported` is null for a namespace. */
export type ImportBinding = {
  readonly local: string;
  readonly imported: string | null;
  readonly tokenIndex: number;
};

export type ImportStatement = {
  readonly specifier: string;
  readonly specifierIndex: number;
  readonly start: number;
  /** Index after the last token, a semicolon included. */
  readonly end: number;
  /** Those that are values by their looks; names used only as types are among them. */
  readonly bindings: readonly ImportBinding[];
  /** `import "x"`: for its effects alone. */
  readonly isBare: boolean;
};

export type ExportEntry =
  | { readonly kind: "local"; readonly exported: string; readonly local: string; readonly tokenIndex: number }
  | {
      readonly kind: "from";
      readonly exported: string;
      readonly imported: string;
      readonly specifier: string;
      readonly tokenIndex: number;
    }
  | { readonly kind: "namespace"; readonly exported: string; readonly specifier: string; readonly tokenIndex: number };

export type ModuleSyntax = {
  readonly imports: readonly ImportStatement[];
  readonly exports: readonly ExportEntry[];
  /** `export * from`. */
  readonly stars: readonly { readonly specifier: string; readonly specifierIndex: number }[];
  /** Statements that vanish: token index of their start → index after their end. */
  readonly removed: ReadonlyMap<number, number>;
  /** Whether any import or export makes the file an ECMAScript module. */
  readonly isModule: boolean;
  /** The token of a form that only the bundler handles, such as `import x = require("…")`. */
  readonly unsupported: { readonly construct: string; readonly tokenIndex: number } | null;
};

/** The name that a default export without a name of its own goes by, as esbuild chooses it. */
export function defaultNameOf(file: string): string {
  const base = file.slice(file.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
  return `${base.replace(/[^\p{ID_Continue}$]/gu, "_").replace(/^(?=\d)/, "_")}_default`;
}

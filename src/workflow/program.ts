/** JavaScript ready to run: what `transpile/` makes and `sandbox/` evaluates. Plain data, safe to post between threads. */

/** The whole workflow as one CommonJS module, as production's bundle is one. Evaluated as the body of `function (exports, require, module)`, under `file` as its name in stack traces. */
export type Unit = {
  readonly file: string;
  readonly code: string;
  /** Names of the author's files that `mappings` points into. */
  readonly sources: readonly string[];
  /** Source map mappings (ECMA-426, VLQ) from `code` to `sources`. */
  readonly mappings: string;
};

export type Program = {
  readonly unit: Unit;
  /** Which transpiler made it: "sucrase" for everyday code, "esbuild" where only production's own bundler is exact. */
  readonly transpiler: "sucrase" | "esbuild";
  /** Whether the code runs in strict mode (recorded: decided by the project's tsconfig.json; the usual template's is strict). */
  readonly strict: boolean;
};

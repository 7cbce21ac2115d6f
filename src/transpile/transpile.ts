/** Turns the author's TypeScript into one CommonJS unit, or says why production would refuse it before anything runs. */
import type { Diagnostic } from "../workflow/diagnostic.ts";
import type { WorkflowError } from "../workflow/execution.ts";
import type { Position } from "../workflow/position.ts";
import type { Program } from "../workflow/program.ts";
import type { SourceFile } from "../workflow/project.ts";
import { BundlerNeeded } from "./emit.ts";
import { Linker } from "./link.ts";
import { loadModules } from "./load.ts";
import { positionOfToken } from "./parse.ts";
import { errorOf, type Refusal } from "./refusal.ts";

export type Transpilation =
  | { readonly kind: "transpiled"; readonly program: Program; readonly diagnostics: readonly Diagnostic[] }
  | {
      readonly kind: "refused";
      readonly phase: "compile" | "introspect";
      readonly error: WorkflowError;
      readonly diagnostics: readonly Diagnostic[];
    }
  /** Only production's own bundler is exact here: bundle the same files with `createBundler`. */
  | { readonly kind: "needs-bundler"; readonly construct: string; readonly position: Position };

/**
 * Transpiles the entry and every file it reaches by relative imports.
 * @param entry the name of one of the files.
 */
export function transpile(files: readonly SourceFile[], entry: string): Transpilation {
  const entryFile = files.find((file) => file.name === entry);
  if (!entryFile) throw new TypeError(`no file is called ${entry}`);
  const loaded = loadModules(files, entryFile);
  if (loaded.kind === "refused") return refused(loaded.refusal);
  if (loaded.kind === "needs-bundler") {
    const { construct, parsed, tokenIndex } = loaded;
    return { kind: "needs-bundler", construct, position: positionOfToken(parsed, tokenIndex) };
  }
  const linker = new Linker(loaded.entry, loaded.modules);
  try {
    const linked = linker.link();
    if (linked.kind === "refused") return refused(linked.refusal);
    const { strict } = loaded.entry.settings;
    return {
      kind: "transpiled",
      program: { entry, units: [linked.unit], transpiler: "sucrase", strict },
      diagnostics: [],
    };
  } catch (error) {
    if (!(error instanceof BundlerNeeded)) throw error;
    const position = { file: entry, line: 1, column: 1 };
    return { kind: "needs-bundler", construct: error.construct, position };
  }
}

export function refused(refusal: Refusal): Transpilation {
  return { kind: "refused", phase: refusal.phase, error: errorOf(refusal), diagnostics: [] };
}

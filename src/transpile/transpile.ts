/** Turns the author's TypeScript into one CommonJS unit, or says that production's own bundler has to. */
import type { Diagnostic } from "../workflow/diagnostic.ts";
import type { WorkflowError } from "../workflow/execution.ts";
import type { Position } from "../workflow/position.ts";
import type { Program } from "../workflow/program.ts";
import type { SourceFile } from "../workflow/project.ts";
import { BundlerNeeded } from "./bundler-needed.ts";
import { Linker } from "./link.ts";
import { loadModules } from "./load.ts";
import { positionOfToken } from "./parse.ts";

export type Transpilation =
  | { readonly kind: "transpiled"; readonly program: Program; readonly diagnostics: readonly Diagnostic[] }
  /** By the bundler at `compile`; `introspect` where the engine cannot parse what the bundle keeps. */
  | {
      readonly kind: "refused";
      readonly phase: "compile" | "introspect";
      readonly error: WorkflowError;
      readonly diagnostics: readonly Diagnostic[];
    }
  /** Only production's own bundler is exact here, all that it may refuse included: bundle the same files with `createBundler`. */
  | { readonly kind: "needs-bundler"; readonly construct: string; readonly position: Position };

/**
 * Transpiles the entry and every file it reaches by relative imports.
 * @param entry the name of one of the files.
 */
export function transpile(files: readonly SourceFile[], entry: string): Transpilation {
  const entryFile = files.find((file) => file.name === entry);
  if (!entryFile) throw new TypeError(`no file is called ${entry}`);
  const loaded = loadModules(files, entryFile);
  if (loaded.kind === "needs-bundler") return loaded;
  for (const module of loaded.modules) {
    const finding = module.kind === "code" ? module.findings[0] : undefined;
    if (module.kind !== "code" || !finding) continue;
    const position = positionOfToken(module.parsed, finding.tokenIndex);
    return { kind: "needs-bundler", construct: finding.construct, position };
  }
  try {
    const unit = new Linker(loaded.entry, loaded.modules).link();
    const { strict } = loaded.entry.settings;
    const program: Program = { unit, transpiler: "sucrase", strict };
    return { kind: "transpiled", program, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof BundlerNeeded)) throw error;
    return { kind: "needs-bundler", construct: error.construct, position: error.position };
  }
}

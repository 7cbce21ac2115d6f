/** Turns the author's TypeScript into one CommonJS unit, or says why production would refuse it before anything runs. */
import type { Diagnostic } from "../workflow/diagnostic.ts";
import type { WorkflowError } from "../workflow/execution.ts";
import type { Position } from "../workflow/position.ts";
import type { Program } from "../workflow/program.ts";
import type { SourceFile } from "../workflow/project.ts";
import { BundlerNeeded } from "./emit.ts";
import { Linker } from "./link.ts";
import { createLiveness } from "./live-code.ts";
import { type CodeModule, type Loaded, loadModules } from "./load.ts";
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
  if (loaded.kind === "needs-bundler") return loaded;
  const linker = new Linker(loaded.entry, loaded.modules);
  try {
    const linked = linker.link();
    if (linked.kind === "refused") return refused(linked.refusal);
    const refusal = refusalByEngine(loaded, linker);
    if (refusal) return refused(refusal);
    const { strict } = loaded.entry.settings;
    const program: Program = { entry, units: [linked.unit], transpiler: "sucrase", strict };
    return { kind: "transpiled", program, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof BundlerNeeded)) throw error;
    return { kind: "needs-bundler", construct: error.construct, position: error.position };
  }
}

export function refused(refusal: Refusal): Transpilation {
  return { kind: "refused", phase: refusal.phase, error: errorOf(refusal), diagnostics: [] };
}

/** The first thing the engine could not parse in the code that the bundle keeps. */
function refusalByEngine(loaded: Extract<Loaded, { kind: "loaded" }>, linker: Linker): Refusal | null {
  const modules = loaded.modules.filter((module): module is CodeModule => module.kind === "code");
  if (modules.every((module) => module.findings.every((finding) => finding.kind !== "refused"))) return null;
  const { isLive } = createLiveness(loaded.entry, modules, linker);
  for (const module of modules) {
    for (const finding of module.findings) {
      if (finding.kind !== "refused" || !isLive(module, finding.tokenIndex)) continue;
      return { ...finding, position: positionOfToken(module.parsed, finding.tokenIndex) };
    }
  }
  return null;
}

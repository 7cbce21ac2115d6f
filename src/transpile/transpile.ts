/** Turns the author's TypeScript into one CommonJS unit, or says that production's own bundler has to. */
import type { Diagnostic } from "../workflow/diagnostic.ts";
import type { WorkflowError } from "../workflow/execution.ts";
import type { Position } from "../workflow/position.ts";
import type { Program } from "../workflow/program.ts";
import type { SourceFile } from "../workflow/project.ts";
import { BundlerNeeded } from "./bundler-needed.ts";
import { linkModules } from "./link/link.ts";
import { readModules } from "./read-modules.ts";
import { writeBundle } from "./write/write-bundle.ts";

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
  try {
    return { kind: "transpiled", program: programOf(files, entryFile), diagnostics: [] };
  } catch (error) {
    if (!(error instanceof BundlerNeeded)) throw error;
    return { kind: "needs-bundler", construct: error.construct, position: error.position };
  }
}

/** The stages in order, each a folder: `parse/`, `names/`, `modules/` and `checks/` (`read-modules.ts`), then `link/` and `write/`. */
function programOf(files: readonly SourceFile[], entry: SourceFile): Program {
  const read = readModules(files, entry);
  if (read.kind === "needs-bundler") throw read.reason;
  if (read.unparsable) throw read.unparsable;
  const linked = linkModules(read);
  const unit = writeBundle(linked);
  return { unit, transpiler: "sucrase", strict: read.entry.settings.strict };
}

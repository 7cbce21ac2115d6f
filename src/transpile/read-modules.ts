/** The stages that read: files are parsed, their names resolved, their imports followed, and the whole checked. */
import type { SourceFile } from "../workflow/project.ts";
import { BundlerNeeded } from "./bundler-needed.ts";
import { checkModules } from "./checks/check-modules.ts";
import { loadModules, type Modules } from "./modules/load.ts";

type ReadModules =
  /** `unparsable`: what the engine could not parse if the bundle kept it. */
  | (Modules & { readonly kind: "read"; readonly unparsable: BundlerNeeded | null })
  | { readonly kind: "needs-bundler"; readonly reason: BundlerNeeded };

/** What was read last of a list of files: a run reads it twice, to transpile and to diagnose. */
const latest = new WeakMap<readonly SourceFile[], { readonly entry: SourceFile; readonly read: ReadModules }>();

export function readModules(files: readonly SourceFile[], entry: SourceFile): ReadModules {
  const known = latest.get(files);
  if (known?.entry === entry) return known.read;
  const read = readAfresh(files, entry);
  latest.set(files, { entry, read });
  return read;
}

function readAfresh(files: readonly SourceFile[], entry: SourceFile): ReadModules {
  try {
    const loaded = loadModules(files, entry);
    return { kind: "read", ...loaded, unparsable: checkModules(loaded.modules) };
  } catch (error) {
    if (!(error instanceof BundlerNeeded)) throw error;
    return { kind: "needs-bundler", reason: error };
  }
}

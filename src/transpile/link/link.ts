/** Joins loaded files into one scope, as production's bundle is one. */
import type { CodeModule, Modules } from "../modules/load.ts";
import { BundleNames } from "./bundle-names.ts";
import { replacementsIn } from "./replacements.ts";

export type Linked = Modules & {
  readonly names: BundleNames;
  /** What to write in place of each file's tokens. */
  readonly replacements: ReadonlyMap<CodeModule, ReadonlyMap<number, string>>;
  /** How the bundle gives out what the entry exports. */
  readonly exportsCode: string;
};

/** @throws BundlerNeeded */
export function linkModules({ entry, modules }: Modules): Linked {
  const codeModules = modules.filter((module) => module.kind === "code");
  const names = new BundleNames(codeModules);
  const replacements = new Map(codeModules.map((module) => [module, replacementsIn(module, names)]));
  return { entry, modules, names, replacements, exportsCode: exportsOf(entry, names) };
}

function exportsOf(entry: CodeModule, names: BundleNames): string {
  if (!entry.syntax.isModule) return "";
  const getters = names.gettersOf(entry);
  return `Object.defineProperties(exports, {__esModule: {value: true}${getters === "" ? "" : `, ${getters}`}});`;
}

/** Follows imports and exports from file to file to what a name stands for in the end. */
import { PACKAGE_EXPORTS } from "../../workflow/package-exports.ts";
import type { CodeModule, JsonModule, Module } from "./load.ts";
import { defaultNameOf } from "./module-syntax.ts";

/** What an imported or exported name stands for in the end. */
export type ResolvedName =
  | { readonly kind: "local"; readonly module: CodeModule; readonly name: string }
  | { readonly kind: "json"; readonly module: JsonModule; readonly name: string }
  | { readonly kind: "namespace"; readonly module: Module }
  | { readonly kind: "package"; readonly name: string }
  | { readonly kind: "package-namespace" };

/** What a name of a file means: its own declaration, or what it imports. Null when it means nothing at run time. */
export function resolveName(module: CodeModule, local: string): ResolvedName | null {
  if (module.names.topLevel.get(local)?.kind !== "import") return { kind: "local", module, name: local };
  for (const statement of module.imports) {
    const binding = statement.bindings.find((candidate) => candidate.local === local);
    if (!binding) continue;
    const target = module.targets.get(statement.specifier);
    if (target === undefined) return null;
    if (target === "package") {
      if (binding.imported === null) return { kind: "package-namespace" };
      return PACKAGE_EXPORTS.includes(binding.imported) ? { kind: "package", name: binding.imported } : null;
    }
    return binding.imported === null ? { kind: "namespace", module: target } : exportOf(target, binding.imported);
  }
  return null;
}

export function exportOf(module: Module, exported: string, seen: ReadonlySet<string> = new Set()): ResolvedName | null {
  if (module.kind === "json") {
    return exported === "default" || module.keys.includes(exported) ? { kind: "json", module, name: exported } : null;
  }
  if (seen.has(module.file)) return null;
  const entry = module.syntax.exports.find((candidate) => candidate.exported === exported);
  const path = new Set([...seen, module.file]);
  if (entry?.kind === "local") return isDeclared(module, entry.local) ? resolveName(module, entry.local) : null;
  if (entry) {
    const target = module.targets.get(entry.specifier);
    if (target === undefined) return null;
    if (entry.kind === "namespace")
      return target === "package" ? { kind: "package-namespace" } : { kind: "namespace", module: target };
    if (target === "package")
      return PACKAGE_EXPORTS.includes(entry.imported) ? { kind: "package", name: entry.imported } : null;
    return exportOf(target, entry.imported, path);
  }
  if (exported === "default") return null;
  const found = new Map<string, ResolvedName>();
  for (const { specifier } of module.syntax.stars) {
    const meaning = exportThroughStar(module.targets.get(specifier), exported, path);
    if (meaning) found.set(keyOf(meaning), meaning);
  }
  const [first] = found.values();
  // Two files that export the same name through stars cancel each other out.
  return first && found.size === 1 ? first : null;
}

function exportThroughStar(target: Module | "package" | undefined, exported: string, path: ReadonlySet<string>) {
  if (target === "package")
    return PACKAGE_EXPORTS.includes(exported) ? ({ kind: "package", name: exported } as const) : null;
  return target ? exportOf(target, exported, path) : null;
}

export function exportedNames(module: Module, seen: ReadonlySet<string> = new Set()): readonly string[] {
  if (module.kind === "json") return [...new Set([...module.keys, "default"])];
  if (seen.has(module.file)) return [];
  const names = new Set(module.syntax.exports.map((entry) => entry.exported));
  for (const { specifier } of module.syntax.stars) {
    const target = module.targets.get(specifier);
    const more =
      target === "package" ? PACKAGE_EXPORTS : target ? exportedNames(target, new Set([...seen, module.file])) : [];
    for (const name of more) if (name !== "default") names.add(name);
  }
  return [...names];
}

/** Whether an exported name stands for a value; in TypeScript it may be a type, which the bundle leaves out. */
function isDeclared(module: CodeModule, name: string): boolean {
  return module.names.topLevel.has(name) || name === defaultNameOf(module.file);
}

/** One text for each thing that a name can stand for. */
export function keyOf(meaning: ResolvedName): string {
  switch (meaning.kind) {
    case "local":
    case "json":
      return `${meaning.kind} ${meaning.module.file} ${meaning.name}`;
    case "namespace":
      return `namespace ${meaning.module.file}`;
    case "package":
      return `package ${meaning.name}`;
    case "package-namespace":
      return "package";
  }
}

/** A binding that is declared and never used. */
import { PACKAGE_EXPORTS } from "../../workflow/package-exports.ts";
import { BINDING_OF_GLOBAL, BINDINGS_OF_EXPORT } from "../bindings.ts";
import { type Check, type CheckInput, documented, type Finding } from "../check.ts";
import { bindingToken } from "../settings-source.ts";
import type { FileView } from "../source.ts";

export const unusedBinding: Check = {
  id: "unused-binding",
  *find(input): Generator<Finding> {
    if (!input.isDiscovered || !input.entry) return;
    const used = usedBindings(input);
    if (used === "any") return;
    for (const binding of input.settings.bindings) {
      if (used.has(binding) || !KNOWN.has(binding)) continue;
      const at = bindingToken(input.entry, binding);
      if (!at) continue;
      yield {
        at,
        severity: "info",
        message: `The binding "${binding}" is not used.`,
        advice: "Remove it: a workflow should ask only for what it needs.",
        rule: documented("Bindings grant the capabilities a workflow asks for."),
      };
    }
  },
};

const KNOWN: ReadonlySet<string> = new Set(
  [...BINDINGS_OF_EXPORT.values()].flat().filter((binding) => binding !== "url"),
);
const EXPORTS: ReadonlySet<string> = new Set(PACKAGE_EXPORTS);

/** What the source names and what the run called; `any` where a name is worked out at run time. */
export function usedBindings({ files, effects }: Pick<CheckInput, "files" | "effects">): ReadonlySet<string> | "any" {
  const used = new Set<string>();
  for (const effect of effects) {
    if (effect.kind === "claim") used.add(`kinde.${effect.token}`);
    else if (effect.kind === "call") used.add(effect.fn.replace(/\.[^.]*$/, "")).add(effect.fn);
  }
  // The cache of tokens comes with kinde.fetch.
  if (used.has("kinde.cache")) used.add("kinde.fetch");
  for (const file of files) {
    if (file.passesNamespaceOn) return "any";
    for (const index of file.candidateTokens) {
      const exported = file.exportAt(index) ?? (file.isGlobal(index) ? file.text(index) : null);
      if (exported !== null && EXPORTS.has(exported))
        for (const binding of BINDINGS_OF_EXPORT.get(exported) ?? []) used.add(binding);
      const binding = file.isGlobal(index) ? BINDING_OF_GLOBAL.get(file.text(index)) : undefined;
      if (binding !== undefined) used.add(binding);
      const member = kindeMember(file, index);
      if (member === "any") return "any";
      if (member !== null) used.add(`kinde.${member}`);
      if (member === "cache") used.add("kinde.fetch");
    }
  }
  return used;
}

/** The member of the global `kinde` read at a token; `any` where that cannot be told. */
function kindeMember(file: FileView, index: number): string | null {
  const token = file.tokens[index];
  if (token?.text === "globalThis" && file.isGlobal(index)) {
    const end = file.endOfName(index);
    if (!/^\??\.$/.test(file.text(end + 1)))
      return file.text(end + 1) === "in" || file.text(index - 1) === "in" ? null : "any";
    return file.text(end + 2) === "kinde" ? memberAfter(file, file.endOfName(end + 2, index)) : null;
  }
  return token?.text === "kinde" && file.isGlobal(index) && file.text(index - 1) !== "typeof"
    ? memberAfter(file, file.endOfName(index))
    : null;
}

function memberAfter(file: FileView, end: number): string {
  const isNamed = /^\??\.$/.test(file.text(end + 1)) && file.tokens[end + 2]?.text !== "[";
  return isNamed ? file.text(end + 2) : "any";
}

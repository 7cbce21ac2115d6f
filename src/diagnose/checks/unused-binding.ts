/** A binding that is declared and never used. */
import { BINDING_OF_GLOBAL, BINDINGS_OF_EXPORT } from "../bindings.ts";
import { type Check, type CheckInput, documented, type Finding } from "../check.ts";
import { bindingToken } from "../settings-source.ts";

export const unusedBinding: Check = {
  id: "unused-binding",
  *find(input): Generator<Finding> {
    if (!input.isDiscovered || !input.entry) return;
    const used = usedBindings(input);
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

function usedBindings({ files }: CheckInput): ReadonlySet<string> {
  const used = new Set<string>();
  for (const file of files) {
    for (const [index, token] of file.tokens.entries()) {
      if (token.kind !== "name") continue;
      const exported = file.imports.get(token.text);
      for (const binding of (exported !== undefined && BINDINGS_OF_EXPORT.get(exported)) || []) used.add(binding);
      if (token.text === "kinde") {
        used.add(`kinde.${file.text(index + 2)}`);
        if (file.text(index + 1) === "[") for (const binding of KNOWN) used.add(binding);
      }
      const binding = BINDING_OF_GLOBAL.get(token.text);
      if (binding !== undefined) used.add(binding);
    }
  }
  return used;
}

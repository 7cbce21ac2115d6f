/** Code that uses a capability which the settings do not ask for. */
import { BINDING_OF_GLOBAL, BINDINGS_OF_EXPORT } from "../bindings.ts";
import { type Check, eachToken, type Finding, fromPackage, recorded, simulated } from "../check.ts";

export const missingBinding: Check = {
  id: "missing-binding",
  *find(input) {
    if (!input.isDiscovered) return;
    const granted = new Set(input.settings.bindings);
    const lacks = (binding: string) =>
      !granted.has(binding) && ![...granted].some((name) => name.startsWith(`${binding}.`));
    const seen = new Set<string>();
    const found = eachToken(input, (file, index, token): Finding | null => {
      if (token.kind !== "name") return null;
      const exported = file.exportAt(index);
      if (exported !== null && file.text(index + 1) === "(") {
        const missing = BINDINGS_OF_EXPORT.get(exported)?.filter(lacks) ?? [];
        if (missing.length === 0 || isOnce(seen, `${exported} ${missing}`)) return null;
        if (exported === "createKindeAPI" && missing.join() === "kinde.fetch") return { at: token, ...WITHOUT_FETCH };
        return {
          at: token,
          ...saying(exported, missing),
          rule: fromPackage(`${exported} calls a host function that its binding provides.`),
        };
      }
      if (!file.isGlobal(index) || file.isGuarded(token.text)) return null;
      if (token.text === "kinde" && file.text(index + 1) === ".") {
        const binding = `kinde.${file.text(index + 2)}`;
        const isAsked = file.text(index + 3) === "?." || file.text(index - 1) === "!" || file.text(index + 3) === "&&";
        if (!lacks(binding) || !KINDE_MEMBERS.has(binding) || isAsked || isOnce(seen, binding)) return null;
        return { at: file.tokens[index + 2], ...saying(binding, [binding]), rule: UNDECLARED };
      }
      const needed = BINDING_OF_GLOBAL.get(token.text);
      if (needed === undefined || !lacks(needed) || isOnce(seen, needed)) return null;
      return { at: token, ...saying(token.text, [needed]), rule: UNDECLARED };
    });
    yield* found;
  },
};

const KINDE_MEMBERS: ReadonlySet<string> = new Set([...BINDINGS_OF_EXPORT.values()].flat());
const UNDECLARED = recorded(
  "A binding that workflowSettings does not declare is simply absent when the workflow runs.",
);

const WITHOUT_FETCH = {
  severity: "warning",
  message:
    'createKindeAPI calls kinde.fetch, and workflowSettings does not declare "kinde.fetch": here the call fails.',
  advice:
    'Add "kinde.fetch": {} to workflowSettings.bindings. Some of Kinde’s own examples leave it out: whether production grants it all the same is not published.',
  rule: simulated("Which bindings production grants beyond the declared ones is not published; here it is none."),
} as const;

function isOnce(seen: Set<string>, key: string): boolean {
  if (seen.has(key)) return true;
  seen.add(key);
  return false;
}

function saying(what: string, missing: readonly string[]): Omit<Finding, "at" | "rule"> {
  const list = missing.map((binding) => `"${binding}"`).join(" and ");
  return {
    severity: "error",
    message: `${what} needs the ${missing.length > 1 ? "bindings" : "binding"} ${list}, which workflowSettings does not declare.`,
    advice: `Add ${missing.map((binding) => (binding.includes(".") ? `"${binding}": {}` : `${binding}: {}`)).join(", ")} to workflowSettings.bindings.`,
  };
}

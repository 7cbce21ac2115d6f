/** A binding that Kinde does not offer for the workflow's trigger, or a name it does not know. */
import { TOKENS, type TokenName } from "../../workflow/token.ts";
import { TRIGGERS } from "../../workflow/trigger.ts";
import { EVERYWHERE } from "../bindings.ts";
import { type Check, documented, type Finding } from "../check.ts";
import { bindingToken } from "../settings-source.ts";

const OFFERED = [...new Set(Object.values(TRIGGERS).flatMap((row) => row.bindings))];
const RULE = documented("Kinde’s documentation lists the bindings of each trigger.");

export const unavailableBinding: Check = {
  id: "unavailable-binding",
  *find({ entry, isDiscovered, settings }): Generator<Finding> {
    if (!isDiscovered || !entry) return;
    for (const binding of settings.bindings) {
      const at = bindingToken(entry, binding);
      if (!at || EVERYWHERE.includes(binding) || binding === "kinde") continue;
      const known = OFFERED.find((name) => binding === name || binding.startsWith(`${name}.`));
      if (known === undefined) yield { at, ...unknown(binding), rule: RULE };
      else if (settings.trigger && !TRIGGERS[settings.trigger].bindings.includes(known)) {
        yield { at, ...unavailable(known, settings.trigger), rule: RULE };
      }
    }
  },
};

/** The binding that a name without its `kinde.`, or in other letters, stands for; undefined for one that Kinde knows. */
export function meantBinding(binding: string): string | undefined {
  const plain = (name: string) => name.toLowerCase().replace("kinde.", "");
  return [...OFFERED, ...EVERYWHERE].find((name) => plain(name) === plain(binding) && name !== binding);
}

function unknown(binding: string): Omit<Finding, "at" | "rule"> {
  const meant = meantBinding(binding);
  return {
    severity: "warning",
    message: `Kinde knows no binding "${binding}"; it is ignored.`,
    advice: meant ? `Write "${meant}".` : `The bindings are ${[...OFFERED, "util", "console"].join(", ")}.`,
  };
}

function unavailable(binding: string, trigger: keyof typeof TRIGGERS): Omit<Finding, "at" | "rule"> {
  const token = binding.replace("kinde.", "");
  const row = TRIGGERS[trigger];
  if (Object.hasOwn(TOKENS, token)) {
    const carried = row.tokens.map((name) => TOKENS[name].label).join(" and ") || "no token";
    return {
      severity: "warning",
      message: `${trigger} carries ${carried}, so there is no ${TOKENS[token as TokenName].label} to change.`,
      advice: row.tokens[0]
        ? `Use "kinde.${row.tokens[0]}", or a trigger that carries the token.`
        : "Use the trigger user:tokens_generation or m2m:token_generation.",
    };
  }
  return {
    severity: "warning",
    message: `Kinde does not offer "${binding}" for ${trigger}.`,
    advice: `Available here: ${row.bindings.join(", ")}, util and console.`,
  };
}

/** What a workflow told Kinde to do besides changing a token, read from the calls it made. */
import type { Effect, GuestValue } from "../../../workflow/execution.ts";
import { readExactJson } from "../../../workflow/exact-json.ts";
import { parseJson } from "../../../workflow/json.ts";
import type { Position } from "../../../workflow/position.ts";
import { guestLine, stringArgument } from "../run/guest-text.ts";

export type Verdict = { readonly position?: Position } & (
  | { readonly kind: "access-denied"; readonly reason: string }
  | { readonly kind: "field-invalidated"; readonly field: string; readonly message: string }
  | { readonly kind: "mfa-policy"; readonly policy: string }
  | { readonly kind: "plan-selection-denied"; readonly message: string; readonly reasons: readonly string[] }
  | { readonly kind: "plan-cancellation-denied"; readonly message: string }
);

/** An argument as a person reads it: a string bare, anything else as it is written, nothing as "". */
function argumentText(value: GuestValue | undefined): string {
  return stringArgument(value) ?? (value === undefined || value.text === "null" ? "" : guestLine(value));
}

/** `denyPlanSelection(message, reasons?)`: the reasons are a list of strings in the package's types, one string in some of Kinde's examples. */
function reasonsOf(value: GuestValue | undefined): readonly string[] {
  if (value === undefined || value.text === "null") return [];
  const reasons = value.problem === null ? readExactJson(value.text).items : undefined;
  return reasons?.map(({ text }) => (text.startsWith('"') ? String(parseJson(text)) : text)) ?? [argumentText(value)];
}

/** In the order of the calls. A call that failed counts for nothing. */
export function verdictsOf(effects: readonly Effect[]): readonly Verdict[] {
  return effects.flatMap((effect): Verdict[] => {
    if (effect.kind !== "call" || (effect.answer && "error" in effect.answer)) return [];
    const [first, second] = effect.args;
    const place = effect.position ? { position: effect.position } : {};
    switch (effect.fn) {
      case "kinde.auth.denyAccess":
        return [{ kind: "access-denied", reason: argumentText(first), ...place }];
      case "kinde.widget.invalidateFormField":
        return [{ kind: "field-invalidated", field: argumentText(first), message: argumentText(second), ...place }];
      case "kinde.mfa.setEnforcementPolicy":
        return [{ kind: "mfa-policy", policy: argumentText(first), ...place }];
      case "kinde.plan.denySelection":
        return [{ kind: "plan-selection-denied", message: argumentText(first), reasons: reasonsOf(second), ...place }];
      case "kinde.plan.denyCancellation":
        return [{ kind: "plan-cancellation-denied", message: argumentText(first), ...place }];
      default:
        return [];
    }
  });
}

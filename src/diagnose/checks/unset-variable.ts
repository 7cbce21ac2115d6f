/** A variable that is not set, read as if it were: the most frequent failure of all. */
import type { Effect } from "../../workflow/execution.ts";
import { parseJson } from "../../workflow/json.ts";
import { type Check, type Finding, recorded } from "../check.ts";

export const unsetVariable: Check = {
  id: "unset-variable",
  *find({ effects, outcome }): Generator<Finding> {
    if (outcome.kind !== "failed" || outcome.phase !== "execute") return;
    if (!/^Cannot read property '(value|isSecret)' of (undefined|null)/.test(outcome.error.message)) return;
    const unset = effects.filter(isUnset);
    const { position } = outcome.error;
    const there = unset.filter(
      (effect) => effect.position?.line === position?.line && effect.position?.file === position?.file,
    );
    const found = there.at(-1) ?? unset.at(-1);
    const name = found && nameOf(found);
    if (!name) return;
    yield {
      at: position ?? found.position,
      severity: "error",
      message: `The variable ${name} is not set, so there is no value to read.`,
      advice: `Add ${name} in the tab Environment, as in Kinde’s settings; or read it with ?.value and a default.`,
      rule: recorded("getEnvironmentVariable gives null for a name that is not set."),
    };
  },
};

type Call = Extract<Effect, { kind: "call" }>;
const isUnset = (effect: Effect): effect is Call =>
  effect.kind === "call" && effect.fn === "kinde.env.get" && effect.answer === undefined;

function nameOf({ args: [first] }: Call): string | null {
  const name = first?.problem === null ? parseJson(first.text) : null;
  return typeof name === "string" ? name : null;
}

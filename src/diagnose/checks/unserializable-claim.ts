/** A claim whose value cannot become JSON. */
import { type Check, type Finding, recorded } from "../check.ts";

export const unserializableClaim: Check = {
  id: "unserializable-claim",
  *find({ effects }): Generator<Finding> {
    for (const effect of effects) {
      if (effect.kind !== "claim" || effect.value.problem === null || !effect.position) continue;
      const { reason } = effect.value.problem;
      yield {
        at: effect.position,
        severity: "warning",
        message: `The claim ${effect.name} cannot become JSON (${reason}).`,
        advice: "Assign text, a finite number, true, false, null, or arrays and objects of them.",
        rule: recorded("The value reaches the host, but no token can carry it."),
      };
    }
  },
};

/** A binding used while the module loads: discovery evaluates it without any. */
import { type Check, type Finding, recorded } from "../check.ts";

export const topLevelBinding: Check = {
  id: "top-level-binding",
  *find({ outcome }): Generator<Finding> {
    if (outcome.kind !== "failed" || outcome.phase !== "introspect") return;
    const name = /^(console|kinde|URL|URLSearchParams|util) is not defined$/.exec(outcome.error.message)?.[1];
    if (name === undefined || !outcome.error.position) return;
    yield {
      at: outcome.error.position,
      severity: "error",
      message: `${name} does not exist while Kinde reads the file: bindings come only when the workflow runs.`,
      advice: "Move this into the default export’s function.",
      rule: recorded(
        "Discovery evaluates the module with no bindings at all, to read workflowSettings and the default export.",
      ),
    };
  },
};

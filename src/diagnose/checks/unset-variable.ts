/** A variable that is not set, read as if it were: the most frequent failure of all. */
import { type Check, type Finding, recorded } from "../check.ts";
import { unsetVariablesBehind } from "../unset-variables.ts";

export const unsetVariable: Check = {
  id: "unset-variable",
  *find(input): Generator<Finding> {
    const found = unsetVariablesBehind(input).map(({ name }) => name);
    if (found.length === 0 || input.outcome.kind !== "failed") return;
    const names = found.join(" and ");
    yield {
      at: input.outcome.error.position,
      severity: "warning",
      message:
        found.length === 1
          ? `The variable ${names} is not set, so there is no value to read.`
          : `The variables ${names} are not set, so there are no values to read.`,
      advice: `Add ${found.length === 1 ? names : "them"} in the tab Environment, as in Kinde’s settings; or read ${found.length === 1 ? "it" : "them"} with ?.value and a default.`,
      rule: recorded("getEnvironmentVariable gives null for a name that is not set."),
    };
  },
};

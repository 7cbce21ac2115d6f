/** The value of a secret variable written into a claim, where everybody who holds the token can read it. */
import { TOKENS } from "../../workflow/token.ts";
import { type Check, documented, type Finding } from "../check.ts";

export const secretInClaim: Check = {
  id: "secret-in-claim",
  *find({ effects, isSecretIn }): Generator<Finding> {
    for (const effect of effects) {
      if (effect.kind !== "claim" || effect.position === undefined) continue;
      if (!isSecretIn(effect.value.text) && !isSecretIn(JSON.stringify(effect.name))) continue;
      yield {
        at: effect.position,
        severity: "warning",
        message: `A claim of the ${TOKENS[effect.token].label} holds the value of a secret variable. A token is signed, not encrypted: who holds it can read it.`,
        advice: "Keep the secret in the workflow, and write into the claim only what the application needs.",
        rule: documented("A variable marked as secret is kept out of what Kinde shows."),
      };
    }
  },
};

/** `Object.defineProperty` on the claims goes past the write. */
import { type Check, eachToken, recorded } from "../check.ts";

export const definedClaim: Check = {
  id: "defined-claim",
  find: (input) =>
    eachToken(input, (file, index, token) => {
      const isDefine = token.text === "defineProperty" || token.text === "defineProperties";
      const claims = isDefine && file.isAfterDot(index) ? file.claimsAt(index + 2) : null;
      if (claims === null || file.text(claims.end + 1) !== ",") return null;
      return {
        at: token,
        severity: "warning",
        message: `${token.text} on a token’s claims is no claim write, and fails for accessors and configurable properties.`,
        advice: `Assign the claim: ${claims.text}.name = value.`,
        rule: recorded("The claims object is a host object; only assignments go through to setCustomClaim."),
      };
    }),
};

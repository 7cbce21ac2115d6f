/** A claim that Kinde sets itself cannot be set by a workflow. */
import { isProhibited, PROHIBITED_RULE, TOKENS, type TokenName } from "../../workflow/token.ts";
import { type Check, eachToken, type Finding } from "../check.ts";
import { stringValue } from "../../workflow/string-value.ts";

export const prohibitedClaim: Check = {
  id: "prohibited-claim",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null => {
      const claims = file.claimsAt(index);
      if (claims) {
        const isDotted = file.text(claims.end + 1) === ".";
        const at = claims.end + 2;
        const claim = isDotted ? file.text(at) : file.text(claims.end + 1) === "[" ? stringValue(file.text(at)) : "";
        const equals = isDotted ? at + 1 : at + 2;
        if (!/^([-+*/%]|\*\*)?=$/.test(file.text(equals)) || !isProhibited(claims.token, claim)) return null;
        return { at: file.tokens[at], ...saying(claims.token, claim) };
      }
      if (token.text !== "setCustomClaim" || file.text(index + 1) !== "(") return null;
      const owner = file.text(index - 2);
      if (!Object.hasOwn(TOKENS, owner)) return null;
      const claim = stringValue(file.text(index + 2));
      return isProhibited(owner as TokenName, claim)
        ? { at: file.tokens[index + 2], ...saying(owner as TokenName, claim) }
        : null;
    }),
};

function saying(token: TokenName, claim: string): Omit<Finding, "at"> {
  return {
    severity: "warning",
    message: `Kinde sets ${claim} itself: the ${TOKENS[token].label.replace(/^Access/, "access")} keeps its value.`,
    advice: "Write the value to a claim of your own, under another name.",
    rule: PROHIBITED_RULE,
  };
}

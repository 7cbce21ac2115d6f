/** `delete` does not take a claim out of the token. */
import { type Check, eachToken, recorded } from "../check.ts";

export const deletedClaim: Check = {
  id: "deleted-claim",
  find: (input) =>
    eachToken(input, (file, index, token) => {
      if (token.text !== "delete" || token.kind !== "keyword" || file.isAfterDot(index)) return null;
      const open = file.text(index + 1) === "(" && file.claimsAt(index + 1) === null ? index + 2 : index + 1;
      const claims = file.claimsAt(open);
      if (claims === null) return null;
      const at =
        file.text(claims.end + 1) === "?." && file.text(claims.end + 2) === "[" ? claims.end + 2 : claims.end + 1;
      const isComputed = file.text(at) === "[";
      if (!isComputed && !/^\??\.$/.test(file.text(at))) return null;
      const last = isComputed ? file.closeOf(at) : at + 1;
      // Deeper than a claim, it takes something out of a copy.
      if (/^(\.|\?\.|\[)$/.test(file.text(last + 1))) return null;
      const member = isComputed ? `[${last === at + 2 ? file.text(at + 1) : "…"}]` : `.${file.text(last)}`;
      return {
        at: token,
        severity: "warning",
        message: `Deleting ${claims.text}${member} changes nothing in the token.`,
        advice: `Empty it instead: ${claims.text}${member} = [] (or {}, or null).`,
        rule: recorded("delete on the claims object is no claim write."),
      };
    }),
};

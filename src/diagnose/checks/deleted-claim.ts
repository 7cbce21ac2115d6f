/** `delete` does not take a claim out of the token. */
import { type Check, eachToken, recorded } from "../check.ts";

export const deletedClaim: Check = {
  id: "deleted-claim",
  find: (input) =>
    eachToken(input, (file, index, token) => {
      if (token.text !== "delete" || token.kind !== "keyword" || file.isAfterDot(index)) return null;
      const handle = file.tokens[index + 1];
      if (handle?.kind !== "name" || !file.handles.has(handle.text)) return null;
      const member = file.text(index + 2) === "[" ? `[${file.text(index + 3)}]` : `.${file.text(index + 3)}`;
      return {
        at: token,
        severity: "warning",
        message: `Deleting ${handle.text}${member} changes nothing in the token.`,
        advice: `Empty it instead: ${handle.text}${member} = [] (or {}, or null).`,
        rule: recorded("delete on the claims object is no claim write."),
      };
    }),
};

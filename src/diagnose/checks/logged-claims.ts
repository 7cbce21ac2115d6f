/** A token's claims logged as a whole show nothing in production. */
import { type Check, eachToken, type Finding, recorded } from "../check.ts";

export const loggedClaims: Check = {
  id: "logged-claims",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null => {
      if (token.text !== "console" || !file.isGlobal(index) || file.text(index + 3) !== "(") return null;
      for (const { start, end } of file.argumentsOf(index + 3)) {
        let first = start;
        while (file.text(first) === "(") first++;
        const claims = file.claimsAt(first);
        if (claims === null || claims.end !== end - 1) continue;
        return {
          at: file.tokens[first],
          severity: "info",
          message: `Production logs ${claims.text} as {}.`,
          advice: `Log the claims you need by name, such as ${claims.text}.permissions.`,
          rule: recorded("The claims object is a Proxy, which leaves the engine as an empty object."),
        };
      }
      return null;
    }),
};

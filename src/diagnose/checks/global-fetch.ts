/** The fetch of browsers does not exist in a workflow. */
import { type Check, eachToken, type Finding, recorded } from "../check.ts";

export const globalFetch: Check = {
  id: "global-fetch",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null =>
      token.text === "fetch" && file.isGlobal(index) && !file.isGuarded("fetch")
        ? {
            at: token,
            severity: "error",
            message: "There is no global fetch in a workflow.",
            advice:
              'Import it: import { fetch } from "@kinde/infrastructure", with the bindings "kinde.fetch" and url.',
            rule: recorded("The engine is plain ECMAScript: fetch is not defined."),
          }
        : null,
    ),
};

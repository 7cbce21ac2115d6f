/** The package's fetch reads its options, so they cannot be left out. */
import { type Check, eachToken, type Finding, fromPackage } from "../check.ts";

export const fetchWithoutOptions: Check = {
  id: "fetch-without-options",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null => {
      const exported = file.imports.get(token.text);
      if (
        (exported !== "fetch" && exported !== "secureFetch") ||
        file.text(index + 1) !== "(" ||
        file.isAfterDot(index)
      )
        return null;
      if (file.argumentCount(index + 1) !== 1 || file.text(index + 2) === "...") return null;
      return {
        at: token,
        severity: "error",
        message: `${exported} needs its options: without them it fails with “Cannot read property 'responseFormat' of undefined”.`,
        advice: `Write ${token.text}(url, { method: "GET", headers: {} }).`,
        rule: fromPackage("The package’s fetch reads options.responseFormat at once."),
      };
    }),
};

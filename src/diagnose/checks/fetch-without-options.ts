/** The package's fetch reads its options, so they cannot be left out. */
import { type Check, eachToken, type Finding, fromPackage } from "../check.ts";

export const fetchWithoutOptions: Check = {
  id: "fetch-without-options",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null => {
      const exported = file.exportAt(index);
      if ((exported !== "fetch" && exported !== "secureFetch") || file.text(index + 1) !== "(") return null;
      const passed = file.argumentsOf(index + 1);
      if (passed.length !== 1 || file.text(passed[0]?.start ?? 0) === "...") return null;
      return {
        at: token,
        severity: "error",
        message: `${exported} needs its options: without them it fails with “Cannot read property 'responseFormat' of undefined”.`,
        advice: `Write ${token.text}(url, { method: "GET", headers: {} }).`,
        rule: fromPackage("The package’s fetch reads options.responseFormat at once."),
      };
    }),
};

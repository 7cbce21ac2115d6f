/** An export of the package used without an import: in the workflow it is a name that nothing stands behind. */
import { PACKAGE_EXPORTS } from "../../workflow/package-exports.ts";
import { type Check, eachToken, type Finding, recorded } from "../check.ts";

/** `fetch` is told by a check of its own, and `version` may be anybody's. */
const EXPORTS: ReadonlySet<string> = new Set(PACKAGE_EXPORTS.filter((name) => name !== "fetch" && name !== "version"));

export const missingImport: Check = {
  id: "missing-import",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null => {
      if (!file.isGlobal(index) || !EXPORTS.has(token.text) || file.isGuarded(token.text)) return null;
      const isUsed = file.text(index + 1) === "(" || file.text(index + 1) === ".";
      if (!isUsed) return null;
      return {
        at: token,
        severity: "error",
        message: `${token.text} is used without being imported.`,
        advice: `Import it: import { ${token.text} } from "@kinde/infrastructure".`,
        rule: recorded("The package’s functions are no globals: without the import the name is not defined."),
      };
    }),
};

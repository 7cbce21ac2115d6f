/** A workflow is the default export of its file. */
import { type Check, type Finding, recorded } from "../check.ts";
import { hasDefaultExport } from "../default-export.ts";

export const missingDefaultExport: Check = {
  id: "missing-default-export",
  *find({ entry }): Generator<Finding> {
    if (!entry || hasDefaultExport(entry)) return;
    yield {
      at:
        entry.tokens.find((token, index) => token.text === "export" && entry.text(index + 1) !== "const") ??
        entry.tokens[0],
      severity: "error",
      message: "This file has no default export, so Kinde finds no workflow in it.",
      advice: "Write export default async function Workflow(event) { … }.",
      rule: recorded("Discovery reads the default export and fails with “no default export”."),
    };
  },
};

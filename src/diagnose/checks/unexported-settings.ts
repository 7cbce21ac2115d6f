/** Settings that the file keeps to itself. */
import { type Check, type Finding, recorded } from "../check.ts";
import { settingsIndex } from "../settings-source.ts";

export const unexportedSettings: Check = {
  id: "unexported-settings",
  *find({ entry }): Generator<Finding> {
    if (!entry) return;
    const index = settingsIndex(entry);
    if (index < 0 || entry.text(index - 2) === "export") return;
    const isExportedLater = entry.tokens.some(
      (token, at) =>
        token.text === "workflowSettings" &&
        at > index &&
        /^[{,]$/.test(entry.text(at - 1)) &&
        /^[},]$/.test(entry.text(at + 1)),
    );
    if (isExportedLater) return;
    yield {
      at: entry.tokens[index],
      severity: "error",
      message: "workflowSettings is not exported, so the workflow has no trigger and no bindings.",
      advice: "Write export const workflowSettings.",
      rule: recorded("Without exported settings a workflow runs with no bindings at all."),
    };
  },
};

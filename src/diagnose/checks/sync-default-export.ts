/** A default export that does not return a promise runs, and then fails. */
import { type Check, type Finding, recorded } from "../check.ts";
import { defaultExportOf } from "../default-export.ts";

export const syncDefaultExport: Check = {
  id: "sync-default-export",
  *find({ entry, outcome }): Generator<Finding> {
    const found = entry && defaultExportOf(entry);
    if (!entry || !found || found.form === "async-function" || found.form === "async-arrow" || found.form === "other")
      return;
    // An ordinary function that returns a promise is as good; only a run can tell.
    const isPlain = found.form === "function" || found.form === "arrow";
    if (isPlain && (outcome.kind !== "failed" || outcome.phase !== "execute")) return;
    const what = {
      function: "This function is",
      arrow: "This function is",
      generator: "A generator is",
      class: "A class is",
    }[found.form];
    yield {
      at: entry.tokens[found.keywordIndex + 1],
      severity: isPlain ? "warning" : "error",
      message: `${what} not async: production runs it, expects a promise and fails when it gets none.`,
      advice: "Write export default async function Workflow(event) { … }.",
      rule: recorded(
        "Production awaits a real promise; what a default export did before it returned has happened all the same.",
      ),
    };
  },
};

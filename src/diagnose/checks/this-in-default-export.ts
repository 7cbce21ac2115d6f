/** `this` in the default export's own function crashes the runtime. */
import { type Check, type Finding, recorded } from "../check.ts";
import { defaultExportOf } from "../default-export.ts";
import type { FileView } from "../source.ts";

export const thisInDefaultExport: Check = {
  id: "this-in-default-export",
  *find({ entry }): Generator<Finding> {
    const body = entry && defaultExportOf(entry)?.body;
    if (!entry || !body) return;
    for (let index = body.start + 1; index < body.end; index++) {
      const text = entry.text(index);
      if (text === "{" && opensOwnThis(entry, index)) index = entry.closeOf(index);
      const isName = entry.text(index + 1) === ":" && /^[{,]$/.test(entry.text(index - 1));
      if (text !== "this" || entry.isAfterDot(index) || isName) continue;
      yield {
        at: entry.tokens[index],
        severity: "error",
        message: "this is nothing in a workflow’s own function: production crashes when it is read.",
        advice: "Use the event, or a variable of your own.",
        rule: recorded(
          "The runtime calls the default export without a this value, and reading it ends the run with an internal error.",
        ),
      };
    }
  },
};

/** Whether a brace opens a method, a function (not an arrow) or a class. */
function opensOwnThis(file: FileView, open: number): boolean {
  if (file.text(open - 1) === ")") {
    return !/^(if|for|while|switch|with|catch|await)$/.test(file.text(file.openOf(open - 1) - 1));
  }
  for (let index = open - 1; index > Math.max(0, open - 8); index--) {
    const text = file.text(index);
    if (text === "class") return true;
    if (/^[{};()=]$/.test(text)) return false;
  }
  return false;
}

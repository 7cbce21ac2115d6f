/** Settings that cannot be serialised, or one odd binding, make production drop every binding. */
import { type Check, type Finding, recorded } from "../check.ts";
import { hasBindingsInSource, settingsToken } from "../settings-source.ts";

const RULE = recorded(
  "One function, NaN, cycle, or binding that is not an object anywhere in workflowSettings silently drops all bindings.",
);

export const droppedBindings: Check = {
  id: "dropped-bindings",
  *find({ entry, isDiscovered, settings }): Generator<Finding> {
    if (!isDiscovered || !entry || !hasBindingsInSource(entry)) return;
    const isUnreadable =
      settings.bindings.length === 0 && settings.id === undefined && settings.triggerText === undefined;
    if (isUnreadable) {
      yield {
        at: settingsToken(entry),
        severity: "error",
        message:
          "These settings hold something that cannot be stored as data, so production drops every binding without a word.",
        advice: "Keep functions, NaN, Infinity and circular references out of workflowSettings.",
        rule: RULE,
      };
      return;
    }
    const start =
      entry.tokens.findIndex((token, index) => token.text === "bindings" && entry.text(index + 1) === ":") + 2;
    const end = entry.closeOf(start);
    for (let index = start + 1; index < end; index++) {
      const text = entry.text(index);
      if (text === "{" || text === "(") {
        index = entry.closeOf(index);
        continue;
      }
      const value = entry.tokens[index + 1];
      if (text !== ":" || !value || !/^(true|false|\[|-?\d.*|["'].*)$/.test(value.text)) continue;
      yield {
        at: value,
        severity: "error",
        message: "A binding’s value has to be an object; with this one production drops every binding without a word.",
        advice: "Write {} for a binding without options.",
        rule: RULE,
      };
    }
  },
};

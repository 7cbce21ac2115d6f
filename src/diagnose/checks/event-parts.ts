/** `context` and `request` are parts of the event, and no globals. */
import { type Check, eachToken, type Finding, recorded } from "../check.ts";

const PARTS: ReadonlySet<string> = new Set(["context", "request"]);

export const eventParts: Check = {
  id: "event-parts",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null =>
      PARTS.has(token.text) &&
      file.isGlobal(index) &&
      /^\??\.$/.test(file.text(index + 1)) &&
      !file.isGuarded(token.text)
        ? {
            at: token,
            severity: "error",
            message: `${token.text} is a part of the event, and not a variable of its own.`,
            advice: `Write event.${token.text}, or take it out of the parameter: async function Workflow({ ${token.text} }).`,
            rule: recorded("The default export gets one value, the event; no other name is given to it."),
          }
        : null,
    ),
};

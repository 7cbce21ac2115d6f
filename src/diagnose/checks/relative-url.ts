/** A request needs a whole address: a workflow runs on no site of its own. */
import { type Check, eachToken, type Finding, recorded, simulated } from "../check.ts";

const FETCHES: ReadonlySet<string | null> = new Set(["fetch", "secureFetch"]);

export const relativeUrl: Check = {
  id: "relative-url",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null => {
      const isHostCall =
        FETCHES.has(token.text) &&
        file.isAfterDot(index) &&
        file.text(index - 2) === "kinde" &&
        file.isGlobal(index - 2);
      const isNewUrl = token.text === "URL" && file.text(index - 1) === "new" && file.isGlobal(index);
      if (!isHostCall && !isNewUrl && !FETCHES.has(file.exportAt(index))) return null;
      const passed = file.text(index + 1) === "(" ? file.argumentsOf(index + 1) : [];
      const first = passed[0];
      if (!first || (isNewUrl && passed.length > 1)) return null;
      const at = file.tokens[first.start];
      const template = at?.text === "`" ? file.tokens[first.start + 1] : undefined;
      const text = at?.kind === "string" ? at.text.slice(1, -1) : template?.kind === "template" ? template.text : "";
      // What begins with a value may begin with a whole address.
      if (text === "" || /^[a-z][\w+.-]*:/i.test(text) || (!text.startsWith("/") && !/^[\w-]+(\.[\w-]+)*\//.test(text)))
        return null;
      return {
        at,
        severity: "error",
        message: `${text.slice(0, 40)} is no whole address: it needs a scheme and a host.`,
        advice: `Write the whole URL, such as https://api.example.com${text.startsWith("/") ? text.slice(0, 40) : `/${text.slice(0, 40)}`}.`,
        rule: isNewUrl
          ? recorded("new URL() without a base fails with “URL is not absolute”.")
          : simulated(
              "A workflow has no origin of its own, so nothing could complete the address; production’s own error is not published.",
            ),
      };
    }),
};

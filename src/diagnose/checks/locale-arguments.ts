/** Locales mean nothing in production, and break numbers. */
import { type Check, eachToken, type Finding, recorded } from "../check.ts";

const IGNORED: ReadonlyMap<string, number> = new Map([
  ["toLocaleDateString", 1],
  ["toLocaleTimeString", 1],
  ["toLocaleLowerCase", 1],
  ["toLocaleUpperCase", 1],
  ["localeCompare", 2],
]);

export const localeArguments: Check = {
  id: "locale-arguments",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null => {
      if (!file.isAfterDot(index) || file.text(index + 1) !== "(") return null;
      const count = file.argumentsOf(index + 1).length;
      if (token.text === "toLocaleString") {
        return count > 0
          ? {
              at: token,
              severity: "error",
              message:
                "toLocaleString with a locale throws a RangeError for numbers in production, and dates ignore the locale.",
              advice: "Format by hand, for example with toFixed(2) or toISOString().",
              rule: recorded("The engine has no locales; the argument is taken for the radix of toString()."),
            }
          : {
              at: token,
              severity: "info",
              message: "toLocaleString groups no digits in production, and writes dates as 01/02/2024, 15:04:05.",
              advice: "Format by hand where the text matters.",
              rule: recorded("The engine has no locales."),
            };
      }
      const from = IGNORED.get(token.text);
      if (from === undefined || (count < from && !token.text.endsWith("String"))) return null;
      return {
        at: token,
        severity: count < from ? "info" : "warning",
        message:
          count < from
            ? `${token.text} writes ${token.text === "toLocaleTimeString" ? "the time as 15:04:05" : "month, day and year as 01/02/2024"} in production.`
            : `Production ignores the locale of ${token.text}.`,
        advice: "Do the formatting or comparing by hand where it matters.",
        rule: recorded("The engine has no locales."),
      };
    }),
};

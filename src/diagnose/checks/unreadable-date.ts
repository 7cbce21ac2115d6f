/** Texts that a browser reads as a date and production does not. */
import { type Check, eachToken, type Finding, recorded } from "../check.ts";
import { stringValue } from "../../workflow/string-value.ts";

const READABLE = [
  /^[+-]?\d{4,6}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$/,
  /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d (GMT|UTC|[+-]\d{4})$/,
  /^\w{3} \d{1,2}, \d{4}$/,
];

export const unreadableDate: Check = {
  id: "unreadable-date",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null => {
      const isCall =
        (file.is(index - 3, "Date", ".", "parse") && file.text(index - 1) !== "("
          ? false
          : file.is(index - 4, "Date", ".", "parse", "(")) || file.is(index - 3, "new", "Date", "(");
      if (token.kind !== "string" || !isCall || file.text(index + 1) !== ")") return null;
      const text = stringValue(token.text);
      if (READABLE.some((form) => form.test(text))) return null;
      return {
        at: token,
        severity: "warning",
        message: `Production cannot read ${token.text} as a date and gives an invalid one.`,
        advice: 'Write it as "2024-01-02" or "2024-01-02T03:04:05Z".',
        rule: recorded("Date texts are read in the ISO form, in that of HTTP headers, and as “Jan 2, 2024”."),
      };
    }),
};

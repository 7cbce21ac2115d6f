/** An error logged as an object shows nothing in production. */
import { type Check, eachToken, type Finding, recorded } from "../check.ts";
import type { FileView } from "../source.ts";

export const loggedError: Check = {
  id: "logged-error",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null => {
      if (token.text !== "console" || file.text(index + 1) !== "." || file.text(index + 3) !== "(") return null;
      for (const argument of file.argumentsOf(index + 3)) {
        const at = errorIn(file, argument);
        if (at !== null) return finding(file, at, file.text(at) === "new" ? "the error" : file.text(at));
      }
      return null;
    }),
};

type Range = { readonly start: number; readonly end: number };

/** Where a logged value is an error as a whole, or holds one in an object or a list written there. */
function errorIn(file: FileView, { start, end }: Range): number | null {
  const last = end - 1;
  const isWhole = file.closeOf(start) === last;
  switch (file.text(start)) {
    case "(":
      return isWhole ? errorIn(file, { start: start + 1, end: last }) : null;
    case "new":
      return /Error$/.test(file.text(start + 1)) && file.closeOf(start + 2) === last ? start : null;
    case "[":
    case "{":
      if (!isWhole) return null;
      for (const item of file.argumentsOf(start)) {
        const value = file.text(item.start + 1) === ":" ? item.start + 2 : item.start;
        const at = errorIn(file, { start: value, end: item.end });
        if (at !== null) return at;
      }
      return null;
    default:
      return end === start + 1 && isCaught(file, start) ? start : null;
  }
}

function isCaught(file: FileView, index: number): boolean {
  return file.is(file.declarationOf(index) - 2, "catch", "(");
}

function finding(file: FileView, index: number, name: string): Finding {
  return {
    at: file.tokens[index],
    severity: "warning",
    message: `Production logs ${name} as an empty object.`,
    advice: `Log its text: ${name === "the error" ? "error" : name}.message.`,
    rule: recorded("What is logged leaves as data, and an error’s message and stack are no data of its own."),
  };
}

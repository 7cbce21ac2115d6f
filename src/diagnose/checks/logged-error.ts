/** An error logged as an object shows nothing in production. */
import { type Check, eachToken, type Finding, recorded } from "../check.ts";
import type { FileView } from "../source.ts";

export const loggedError: Check = {
  id: "logged-error",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null => {
      if (token.text !== "console" || file.text(index + 1) !== "." || file.text(index + 3) !== "(") return null;
      const open = index + 3;
      const close = file.closeOf(open);
      for (let at = open + 1; at < close; at++) {
        const isArgument = /^[(,]$/.test(file.text(at - 1));
        if (isArgument && file.text(at) === "new" && /Error$/.test(file.text(at + 1)))
          return finding(file, at, "the error");
        if (isArgument && /^[,)]$/.test(file.text(at + 1)) && isCaught(file, at))
          return finding(file, at, file.text(at));
      }
      return null;
    }),
};

function isCaught(file: FileView, index: number): boolean {
  const name = file.text(index);
  for (let at = index; at > 1; at--) {
    if (file.is(at - 2, "catch", "(") && file.text(at) === name) return file.closeOf(at + 2) >= index;
  }
  return false;
}

function finding(file: FileView, index: number, name: string): Finding {
  return {
    at: file.tokens[index],
    severity: "warning",
    message: `Production logs ${name} as an empty object.`,
    advice: `Log its text: ${name === "the error" ? "error" : name}.message or ${name === "the error" ? "error" : name}.stack.`,
    rule: recorded("What is logged leaves as data, and an error’s message and stack are no data of its own."),
  };
}

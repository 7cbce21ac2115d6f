/** Forms whose meaning the bundler changes when it drops, folds or moves code. */
import { type Check, eachToken, type Finding, recorded } from "../check.ts";
import type { FileView } from "../source.ts";

export const deletedName: Check = {
  id: "deleted-name",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null => {
      if (token.text !== "delete" || token.kind !== "keyword" || file.isAfterDot(index)) return null;
      let at = index + 1;
      while (file.text(at) === "(") at++;
      const end = file.endOfName(at);
      if (typeof file.tokens[at]?.declaredAt !== "number" || /^[.[(]$|^\?\.$/.test(file.text(end + 1))) return null;
      return {
        at: token,
        severity: "error",
        message:
          "A variable cannot be deleted. Where the bundler has put its value in its place, production goes on all the same.",
        advice: "Leave the line out, or delete a property: delete object.name.",
        rule: recorded("The bundler folds a constant first, and deleting a value is allowed."),
      };
    }),
};

export const functionName: Check = {
  id: "function-name",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null => {
      if (token.text !== "name" || !file.isAfterDot(index)) return null;
      const declared = file.declarationOf(index - 2);
      if (declared < 0 || !/^(const|let)$/.test(file.text(declared - 1)) || file.text(declared + 1) !== "=")
        return null;
      if (!file.isFunctionAt(declared + 2) || file.usesOf(declared).length !== 2) return null;
      return {
        at: token,
        severity: "warning",
        message:
          "The bundler puts a function that is used once in its place, and there it has no name: name is empty in production.",
        advice: "Write the name as a text of its own.",
        rule: recorded("A function put in place by the bundler has no name."),
      };
    }),
};

export const globalMember: Check = {
  id: "global-member",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null => {
      if (token.text !== "globalThis" || !file.isGlobal(index)) return null;
      const dot = file.endOfName(index) + 1;
      const name = file.text(dot + 1);
      if (!file.isMemberRead(dot) || file.text(dot + 2) === "=" || !isKeptAtTopLevel(file, name)) return null;
      return {
        at: file.tokens[dot + 1],
        severity: "warning",
        message: `In production ${name} is a property of the global object; here it is undefined there.`,
        advice: `Use the variable: ${name}.`,
        rule: recorded("The bundle runs as a script, so its variables and functions become globals."),
      };
    }),
};

/** Whether the bundle has it: what nothing uses is left out, and a constant that is a plain value stands in its place. */
function isKeptAtTopLevel(file: FileView, name: string): boolean {
  let depth = 0;
  return file.tokens.some(({ kind, text, declaredAt, start }, index) => {
    if (kind === "punctuation") depth += /^(?:[([{]|\$\{)$/.test(text) ? 1 : /^[)\]}]$/.test(text) ? -1 : 0;
    if (depth > 0 || text !== name || declaredAt !== start || /^[,.]$/.test(file.text(index - 1))) return false;
    const isPlain = file.text(index - 1) === "const" && /^(?:string|number)$/.test(file.tokens[index + 2]?.kind ?? "");
    const isExported = file.isEntry && (file.text(index - 2) === "export" || file.text(index - 3) === "export");
    return (
      isExported || (!isPlain && !/^(?:true|false|null)$/.test(file.text(index + 2)) && file.usesOf(index).length > 1)
    );
  });
}

export const earlyUse: Check = {
  id: "early-use",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null => {
      if (token.kind !== "name" || typeof token.declaredAt !== "number" || token.declaredAt <= token.start) return null;
      const declared = file.declarationOf(index);
      if (!/^(const|let|class)$/.test(file.text(declared - 1)) || blockOf(file, index) !== blockOf(file, declared)) {
        return null;
      }
      return {
        at: token,
        severity: "warning",
        message: `${token.text} is used before its declaration. Where the bundler drops or folds the use, production does not fail.`,
        advice: "Declare it first.",
        rule: recorded("The bundler may drop a use before the declaration, or read it as undefined."),
      };
    }),
};

/** The brace around a token; -2 within an arrow function that has none. */
function blockOf(file: FileView, index: number): number {
  let at = index - 1;
  let isBehindStatement = false;
  while (at >= 0) {
    const text = file.text(at);
    if (/^[)\]}]$/.test(text)) at = file.openOf(at);
    else if (text === "{") return at;
    else if (text === ";") isBehindStatement = true;
    else if (text === "=>" && !isBehindStatement) return -2;
    at--;
  }
  return -1;
}

export const readStack: Check = {
  id: "read-stack",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null =>
      token.text === "stack" && file.isAfterDot(index) && file.isMemberRead(index + 1) && isError(file, index - 2)
        ? {
            at: token,
            severity: "info",
            message:
              "The lines of a stack differ in production: places are those of the bundle, and behind await the callers stand there too.",
            advice: "Rely on error.name and error.message.",
            rule: recorded("A stack ends with a line break and names built-in functions as (native)."),
          }
        : null,
    ),
};

/** Whether an expression that ends at a token is an error for certain: what a `catch` caught, or a new error, in brackets too. */
function isError(file: FileView, end: number): boolean {
  const open = file.text(end) === ")" ? file.openOf(end) : -1;
  if (open >= 0) {
    if (/Error$/.test(file.text(open - 1))) return true;
    const inner = file.text(open + 1) === "new" ? open + 2 : open + 1;
    if (inner === open + 2) return /Error$/.test(file.text(inner));
    return inner < end && isError(file, end - 1);
  }
  const declared = file.declarationOf(end);
  if (declared < 0) return false;
  if (file.text(declared - 1) === "(" && file.text(declared - 2) === "catch") return true;
  return file.text(declared + 1) === "=" && file.text(declared + 2) === "new" && /Error$/.test(file.text(declared + 3));
}

/** Forms that the bundler or the engine treats in a way of its own. */
import { type Check, eachToken, type Finding, recorded } from "../check.ts";
import type { FileView } from "../source.ts";

export const computedRequire: Check = {
  id: "computed-require",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null =>
      token.text === "require" &&
      file.isGlobal(index) &&
      file.text(index + 1) === "(" &&
      file.tokens[index + 2]?.kind !== "string" &&
      file.text(index + 2) !== "`"
        ? {
            at: token,
            severity: "warning",
            message: "A name worked out at run time reaches the runtime’s own require, which loads hardly anything.",
            advice: "Import what you need at the top of the file.",
            rule: recorded("Such a require fails with “not permitted to load file”."),
          }
        : null,
    ),
};

export const commonJsExports: Check = {
  id: "commonjs-exports",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null => {
      if (token.text === "exports" && file.isGlobal(index) && file.text(index - 1) === "typeof") {
        return {
          at: token,
          severity: "warning",
          message:
            "exports does not exist in production, so typeof exports is “undefined” there; here it may be “object”.",
          advice: "Leave the test out: a workflow is always an ECMAScript module.",
          rule: recorded("The bundle runs where module exists and exports does not."),
        };
      }
      if (token.text === "exports" && file.isGlobal(index)) {
        return {
          at: token,
          severity: "error",
          message: "exports is not defined in production.",
          advice: "Write export const … and export default ….",
          rule: recorded("The bundle runs where module exists and exports does not."),
        };
      }
      if (token.text !== "module" || !file.isGlobal(index) || !file.is(index + 1, ".", "exports")) return null;
      return {
        at: token,
        severity: "info",
        message: "module.exports works, but Kinde documents ECMAScript exports.",
        advice: "Write export const workflowSettings and export default async function.",
        rule: recorded("A file without import or export is bundled as it stands."),
      };
    }),
};

export const decorator: Check = {
  id: "decorator",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null =>
      token.text === "@" && token.kind === "punctuation"
        ? {
            at: file.tokens[index + 1] ?? token,
            severity: "info",
            message:
              "Decorators are compiled in the standard form (value, context), unless tsconfig.json sets experimentalDecorators.",
            advice: "A function that wraps the class or method says the same without them.",
            rule: recorded("The bundler rewrites decorators before the engine sees them."),
          }
        : null,
    ),
};

export const nodeEnv: Check = {
  id: "node-env",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null =>
      token.text === "process" && file.isGlobal(index) && file.is(index + 1, ".", "env", ".", "NODE_ENV")
        ? {
            at: token,
            severity: "info",
            message: 'process.env.NODE_ENV is always "development" in production.',
            advice: 'Read a value of your own with getEnvironmentVariable("KEY").',
            rule: recorded("The bundler writes the text in its place; the rest of process does not exist."),
          }
        : null,
    ),
};

export const optionalDelete: Check = {
  id: "optional-delete",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null => {
      if (token.text !== "delete" || token.kind !== "keyword" || file.isAfterDot(index)) return null;
      let at = index + 1;
      while (file.text(at) === "(") at++;
      at = file.endOfName(at) + 1;
      for (; /^[.[]$/.test(file.text(at)); ) at = file.text(at) === "[" ? file.closeOf(at) + 1 : at + 2;
      if (file.text(at) === "?.") {
        return {
          at: token,
          severity: "warning",
          message: "Production does not delete through ?. and leaves the property there.",
          advice: "Check first, then delete: if (object) delete object.name.",
          rule: recorded("delete a?.b evaluates the chain and deletes nothing."),
        };
      }
      return null;
    }),
};

export const globalListing: Check = {
  id: "global-listing",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null =>
      /^(getOwnPropertyNames|keys|ownKeys|entries)$/.test(token.text) &&
      file.isAfterDot(index) &&
      file.is(index + 1, "(", "globalThis", ")")
        ? {
            at: token,
            severity: "info",
            message: "In production the global object also lists the bundle’s own top-level names.",
            advice: "Test for one name: typeof name.",
            rule: recorded("The bundle runs as a script, so its variables and helpers become globals."),
          }
        : null,
    ),
};

export const functionText: Check = {
  id: "function-text",
  find: (input) =>
    eachToken(input, (file, index, token): Finding | null => {
      const isPrinted =
        (token.text === "toString" &&
          file.isAfterDot(index) &&
          file.text(index + 1) === "(" &&
          isFunctionName(file, index - 2)) ||
        (token.text === "String" && file.text(index + 1) === "(" && /^(class|function)$/.test(file.text(index + 2))) ||
        (token.text === "throw" && /^(class|function)$/.test(file.text(index + 1)));
      if (!isPrinted) return null;
      return {
        at: token,
        severity: "info",
        message:
          "Production shows a function’s text as the bundler wrote it: shortened, and without names that nothing uses.",
        advice: "Do not rely on the text of functions.",
        rule: recorded("The bundler minifies syntax and white space."),
      };
    }),
};

function isFunctionName(file: FileView, index: number): boolean {
  const declared = file.isAfterDot(index) ? -1 : file.declarationOf(index);
  if (declared < 0) return false;
  return (
    /^(function|class|\*)$/.test(file.text(declared - 1)) ||
    (file.text(declared + 1) === "=" && file.isFunctionAt(declared + 2))
  );
}

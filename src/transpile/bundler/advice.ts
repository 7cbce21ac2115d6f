/** What to do about a refusal of the bundler's, by its text: the words are ours, the text is production's. */
import { exportMeantBy, PACKAGE_NAME } from "../../workflow/package-exports.ts";
import { isRelative } from "../../workflow/resolve-import.ts";

type Advice = string | ((...parts: string[]) => string | undefined);

/** Names that only Node has; in production nothing stands behind them. */
const NODE_MODULES =
  /^(node:.*|assert|buffer|child_process|crypto|events|fs|http|https|net|os|path|process|querystring|stream|timers|tls|url|util|zlib)(\/.*)?$/;

const ADVICE: readonly (readonly [text: RegExp, advice: Advice])[] = [
  [/[“”‘’„‚«»‹›]/, "This is a typographic quote, as text programs write it: use \" or ' in code."],
  [
    /^Could not resolve "(.*)"$/,
    (specifier = "") =>
      isRelative(specifier)
        ? "Add the file to the project, or correct the path."
        : NODE_MODULES.test(specifier)
          ? "Workflows do not run in Node: use plain JavaScript, a binding such as url, or an API through fetch from @kinde/infrastructure."
          : "Only @kinde/infrastructure and the project’s own files can be imported here; copy the code you need into a file of the project.",
  ],
  [
    /^No matching export in "(.*)" for import "(.*)"$/,
    (file = "", name = "") => {
      if (file !== PACKAGE_NAME) return `Export ${name} from ${file}, or correct the name.`;
      const meant = exportMeantBy(name);
      return meant
        ? `The package calls it ${meant}.`
        : `${PACKAGE_NAME} has no ${name} at run time; import it as a type (import type { ${name} }) if it is one.`;
    },
  ],
  [
    /^The symbol ".*" has already been declared$/,
    "Rename one of the two, or assign to the first instead of declaring it again.",
  ],
  [/^Cannot assign to "(.*)" because it is a constant$/, (name) => `Declare it with let: let ${name} = ….`],
  [/^The constant "(.*)" must be initialized$/, (name) => `Give it a value, or declare it with let: let ${name};`],
  [
    /^Cannot assign to import "/,
    "Imports are read-only: copy the value into a variable of your own, or export a function that changes it.",
  ],
  [/^Multiple exports with the same name /, "Keep one of the exports, or give the others names of their own."],
  [/^Top-level await /, "Move the await into the default export’s function."],
  [/^"await" can only be used inside an "async" function$/, "Write async before the function around it."],
  [/^Top-level return /, "Return belongs into a function: at the top level use if and else."],
  [/^Unexpected "(import|export)"$/, "Imports and exports stand at the top level of the file."],
  [/^Unexpected newline before "=>"$/, "Put => on the line where the parameters or their type end."],
  [/^Cannot use "new.target" here:?$/, "Only functions that are called with new have a new.target."],
  [/^Invalid field name "/, "Give the field another name."],
];

/** @param text as the bundler wrote it. */
export function adviceOnRefusal(text: string): string | undefined {
  for (const [pattern, advice] of ADVICE) {
    const found = pattern.exec(text);
    if (found) return typeof advice === "string" ? advice : advice(...found.slice(1));
  }
  return undefined;
}

/** Edits that import more of the package. */
import { PACKAGE_NAME } from "../../workflow/package-exports.ts";
import { stringValue } from "../../workflow/string-value.ts";
import type { FixFile } from "./fix-file.ts";
import type { TextEdit } from "./fix.ts";
import { addMembers } from "./object-edits.ts";

/** Null for a file that is no module of imports and exports. */
export function importOf(file: FixFile, name: string): readonly TextEdit[] | null {
  const { view } = file;
  const first = view.tokens.findIndex(
    ({ text, kind }, at) => text === "import" && kind === "keyword" && isStatement(file, at),
  );
  if (first < 0 && view.tokens.some(({ text }, at) => text === "module" && view.text(at + 1) === ".")) return null;
  const open = namedImports(file);
  if (open !== null) return addMembers(file, { open, close: view.closeOf(open) }, [name]);
  const line = `import { ${name} } from "${PACKAGE_NAME}";${file.lineEnd}`;
  const isAlone = first >= 0;
  const start = isAlone ? file.lineStart(file.start(first)) : (file.tokens[0]?.start ?? 0);
  return [{ file: file.name, start, end: start, text: isAlone ? line : `${line}${file.lineEnd}` }];
}

function isStatement({ view }: FixFile, index: number): boolean {
  return !view.isAfterDot(index) && !/^[(.]$/.test(view.text(index + 1));
}

/** The brace of an import of values from the package. */
function namedImports(file: FixFile): number | null {
  const { view } = file;
  for (let at = 0; at < view.tokens.length; at++) {
    if (view.text(at) !== "import" || view.tokens[at]?.kind !== "keyword" || !isStatement(file, at)) continue;
    const isOfTypes = /^import\s+type\b/.test(file.text.slice(file.start(at)));
    let next = at + 1;
    let open = -1;
    while (next < view.tokens.length && view.tokens[next]?.kind !== "string") {
      if (view.text(next) === "{") open = next;
      next++;
    }
    if (open >= 0 && !isOfTypes && stringValue(view.text(next)) === PACKAGE_NAME) return open;
  }
  return null;
}

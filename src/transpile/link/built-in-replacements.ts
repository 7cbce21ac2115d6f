/** What the bundler writes of itself in place of an author's words. */
import type { CodeModule } from "../modules/load.ts";
import { textOf } from "../parse/parse.ts";
import { tt } from "../parse/token-type.ts";

/**
 * What the bundler itself writes: `process.env.NODE_ENV` (recorded: "development"), `import.meta` (recorded: an empty object),
 * and function and class expressions without a name that nothing inside them uses.
 */
export function builtInReplacements(module: CodeModule): ReadonlyMap<number, string> {
  const { parsed, names } = module;
  const { tokens } = parsed;
  const found = new Map<number, string>();
  for (const index of names.free.get("process") ?? []) {
    const isDotted = tokens[index + 1]?.type === tt.dot && tokens[index + 3]?.type === tt.dot;
    if (!isDotted || textOf(parsed, index + 2) !== "env" || textOf(parsed, index + 4) !== "NODE_ENV") continue;
    found.set(index, '"development"');
    for (let at = index + 1; at <= index + 4; at++) found.set(at, "");
  }
  for (const index of names.unusedExpressionNames) found.set(index, "");
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.type !== tt.name || token.end - token.start !== 6 || textOf(parsed, index) !== "import") continue;
    if (tokens[index + 1]?.type !== tt.dot || textOf(parsed, index + 2) !== "meta") continue;
    found.set(index, "({})");
    found.set(index + 1, "");
    found.set(index + 2, "");
  }
  return found;
}

/** The author's source as diagnostics read it: of the files that the entry reaches, what production's bundle keeps. */
import type { SourceFile } from "../workflow/project.ts";
import { isRelative, resolveImport } from "../workflow/resolve-import.ts";
import type { SourceToken } from "../workflow/source-token.ts";
import { readDropped } from "./modules/live-code.ts";
import { tokenize, tokensOf } from "./names/source-tokens.ts";
import { readModules } from "./read-modules.ts";

/** A list of tokens for each file that is reached and can be read, the entry first. */
export function readSource(files: readonly SourceFile[], entry: SourceFile): readonly (readonly SourceToken[])[] {
  const read = readModules(files, entry);
  if (read.kind === "needs-bundler") return readReached(files, entry);
  const modules = read.modules.filter((module) => module.kind === "code");
  const droppedIn = readDropped(read.entry, modules);
  return [read.entry, ...modules.filter((module) => module !== read.entry)].map((module) =>
    tokensOf(module.parsed, module.names, droppedIn(module)),
  );
}

/** Where no bundle comes of them: every file behind a relative specifier, as far as they can be read. */
function readReached(files: readonly SourceFile[], entry: SourceFile): readonly (readonly SourceToken[])[] {
  const lists: (readonly SourceToken[])[] = [];
  const reached = new Set([entry]);
  for (const file of reached) {
    const tokens = tokenize(file);
    lists.push(tokens);
    for (const [index, { kind, text }] of tokens.entries()) {
      const specifier = kind === "string" && bringsIn(tokens, index) ? text.slice(1, -1) : "";
      const target = isRelative(specifier) ? resolveImport(files, file.name, specifier) : null;
      if (target !== null) reached.add(target);
    }
  }
  return lists;
}

function bringsIn(tokens: readonly SourceToken[], index: number): boolean {
  const [further, before] = [tokens[index - 2]?.text, tokens[index - 1]?.text];
  return (
    before === "from" || before === "import" || (before === "(" && (further === "require" || further === "import"))
  );
}

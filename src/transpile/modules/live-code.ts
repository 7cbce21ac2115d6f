/** Tells what of the code production's bundle keeps: esbuild drops top-level functions, classes and patterns that nothing uses. */

import { closeOf } from "../parse/brackets.ts";
import { readClassBody } from "../parse/class-body.ts";
import { type ParsedFile, textOf } from "../parse/parse.ts";
import { afterTypes } from "../parse/skip-types.ts";
import { tt } from "../parse/token-type.ts";
import type { CodeModule } from "./load.ts";
import { exportedNames, exportOf, type ResolvedName, resolveName } from "./resolve-name.ts";

/** Tokens of a module, end exclusive. */
type Declaration = { readonly name: string; readonly start: number; readonly end: number };

/** @returns the declarations of a module that are dropped. */
export function readDropped(
  entry: CodeModule,
  modules: readonly CodeModule[],
): (module: CodeModule) => readonly Declaration[] {
  const declarations = new Map(modules.map((module) => [module, droppableIn(module)]));
  const ownerOf = (module: CodeModule, tokenIndex: number) =>
    declarations.get(module)?.find((owner) => owner.start <= tokenIndex && tokenIndex < owner.end);
  const edges = new Map<string, string[]>();
  const live = new Set<string>();
  const queue: string[] = [];
  const mark = (key: string | null) => {
    if (key === null || live.has(key)) return;
    live.add(key);
    queue.push(key);
  };
  for (const module of modules) {
    for (const [name, uses] of module.names.uses) {
      const declaredAt = module.names.topLevel.get(name)?.tokenIndex;
      const used = keyOf(resolveName(module, name));
      for (const index of uses) {
        if (index === declaredAt || module.parsed.tokens[index]?.identifierRole === 1) continue;
        const owner = ownerOf(module, index);
        if (!owner) mark(used);
        else if (used !== null) push(edges, `${module.file} ${owner.name}`, used);
      }
    }
  }
  for (const name of exportedNames(entry)) mark(keyOf(exportOf(entry, name)));
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) for (const next of edges.get(key) ?? []) mark(next);
  return (module) => (declarations.get(module) ?? []).filter(({ name }) => !live.has(`${module.file} ${name}`));
}

function keyOf(meaning: ResolvedName | null): string | null {
  return meaning?.kind === "local" ? `${meaning.module.file} ${meaning.name}` : null;
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function droppableIn(module: CodeModule): readonly Declaration[] {
  const found: Declaration[] = [];
  for (const [name, { kind, tokenIndex }] of module.names.topLevel) {
    const end = endOfDeclaration(module, kind, tokenIndex);
    if (end !== null) found.push({ name, start: tokenIndex, end });
  }
  return found;
}

function endOfDeclaration(module: CodeModule, kind: string, nameIndex: number): number | null {
  const { parsed } = module;
  const { tokens, scopes } = parsed;
  if (kind === "function") {
    return scopes.find((scope) => scope.startTokenIndex === nameIndex + 1)?.endTokenIndex ?? null;
  }
  if (kind === "class") {
    const body = readClassBody(parsed, nameIndex - 1);
    const hasEffects = body.hasSuperclass || body.fields.some((field) => field.isStatic || field.isComputed);
    return hasEffects || hasStaticBlock(module, body.open, body.close) ? null : body.close + 1;
  }
  const equals = afterTypes(parsed, nameIndex + 1);
  const end = tokens[equals]?.type === tt.eq ? tokens[equals]?.rhsEndIndex : null;
  if (end === null || end === undefined) return null;
  const first = equals + 1;
  const isPattern = tokens[first]?.type === tt.regexp && end === first + 1;
  const isFunction = scopes.some(
    (scope) =>
      scope.isFunctionScope &&
      scope.endTokenIndex === end &&
      scope.startTokenIndex >= first &&
      scope.startTokenIndex <= first + 3,
  );
  const startsFunction =
    tokens[first]?.type === tt._function ||
    tokens[first]?.type === tt.parenL ||
    tokens[first]?.type === tt.lessThan ||
    tokens[first]?.type === tt.name;
  // A function expression may be called where it stands; an arrow that is not in parentheses goes on to the end.
  const isCalled = textOf(parsed, end - 1) === ")" && !isArrow(parsed, first);
  return isPattern || (isFunction && startsFunction && !isCalled) ? end : null;
}

/** Whether an expression begins with the parameters of an arrow function. */
function isArrow(parsed: ParsedFile, start: number): boolean {
  const { tokens } = parsed;
  const first = textOf(parsed, start) === "async" && tokens[start + 1]?.type !== tt.arrow ? start + 1 : start;
  const end = tokens[first]?.type === tt.parenL ? closeOf(parsed, first) : first;
  return tokens[afterTypes(parsed, end + 1)]?.type === tt.arrow;
}

function hasStaticBlock(module: CodeModule, open: number, close: number): boolean {
  for (let index = open; index < close; index++) {
    if (module.parsed.tokens[index]?.type === tt._static && module.parsed.tokens[index + 1]?.type === tt.braceL)
      return true;
  }
  return false;
}

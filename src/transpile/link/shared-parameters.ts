/** Moves a body in beside its parameters' defaults, `(a, get = () => a, ...{ "": body = () => { … } }) { return body(); }`: QuickJS gives it a copy of what functions there use. */

import type { Names } from "../names/resolve-names.ts";
import { closeOf } from "../parse/brackets.ts";
import { type ParsedFile, textOf } from "../parse/parse.ts";
import { afterTypes, skipTypes } from "../parse/skip-types.ts";
import { tt } from "../parse/token-type.ts";

/** Adds what to write in place of the tokens around each such body. */
export function shareParameters(
  parsed: ParsedFile,
  { declaredBy, isAssigned }: Names,
  freshName: (like: string) => string,
  replacements: Map<number, string>,
): void {
  const done = new Set<number>();
  for (const [use, declaration] of declaredBy) {
    const open = declaration === null || declaration === use ? -1 : listAround(parsed, declaration);
    if (open === -1 || use > closeOf(parsed, open) || done.has(open) || !isInFunction(parsed, open, use)) continue;
    const isChanged = [...declaredBy].some(([other, by]) => by === declaration && other !== by && isAssigned(other));
    if (!isChanged) continue;
    done.add(open);
    moveBody(parsed, open, textOf(parsed, use), freshName, replacements);
  }
}

/** The bracket that opens the list a parameter stands in, patterns aside. */
function listAround({ tokens, parents }: ParsedFile, declaration: number): number {
  let open = parents[declaration] ?? -1;
  while (tokens[open]?.type === tt.braceL || tokens[open]?.type === tt.bracketL) open = parents[open] ?? -1;
  return tokens[open]?.type === tt.parenL ? open : -1;
}

function isInFunction({ scopes }: ParsedFile, open: number, use: number): boolean {
  return scopes.some(
    (scope) =>
      scope.isFunctionScope &&
      scope.startTokenIndex > open &&
      scope.startTokenIndex <= use &&
      use < scope.endTokenIndex,
  );
}

function moveBody(
  parsed: ParsedFile,
  open: number,
  parameter: string,
  freshName: (like: string) => string,
  replacements: Map<number, string>,
): void {
  const { tokens, scopes, parents } = parsed;
  const close = closeOf(parsed, open);
  let start = afterTypes(parsed, close + 1);
  const isArrow = tokens[start]?.type === tt.arrow;
  if (isArrow) start++;
  const isBlock = tokens[start]?.type === tt.braceL;
  let head = open - 1;
  while (tokens[head]?.isType || tokens[head]?.type === tt.name) {
    if (textOf(parsed, head) === "async" || textOf(parsed, head) === "set") break;
    head--;
  }
  const takesNoRest =
    textOf(parsed, head) === "set" ||
    UNLIKE_FUNCTIONS.has(tokens[head]?.type ?? -1) ||
    tokens.some(({ type }, index) => type === tt.ellipsis && parents[index] === open);
  const scope = scopes.find(({ startTokenIndex }) => startTokenIndex === open);
  let end = isBlock ? closeOf(parsed, start) : (scope?.endTokenIndex ?? 0) - 1;
  end = skipTypes(parsed, end, -1);
  // A body that declares the parameter anew has a copy in production too.
  for (let index = start; index < end; index++) {
    const role = tokens[index]?.identifierRole;
    if ((role === 3 || role === 6) && textOf(parsed, index) === parameter) return;
  }
  if (takesNoRest || end < start || (!isBlock && (!isArrow || !LAST.has(tokens[end]?.type ?? -1)))) return;
  const name = freshName("body");
  const isAsync = textOf(parsed, head) === "async" || textOf(parsed, head - 1) === "async";
  const comma = tokens[close - 1]?.type === tt.comma ? "" : ", ";
  replacements.set(close, `${comma}...{ "": ${name} = ${isAsync ? "async " : ""}() =>${isBlock ? "" : " ("}`);
  if (isArrow) replacements.set(start - 1, "");
  const last = isBlock ? "}" : `${replacements.get(end) ?? textOf(parsed, end)})`;
  replacements.set(end, `${last} }) ${isArrow ? `=> ${name}()` : `{ return ${name}(); }`}`);
}

/** What stands before the brackets of loops, catch clauses and generators. */
const UNLIKE_FUNCTIONS: ReadonlySet<number> = new Set([tt._for, tt._catch, tt.star]);

/** How an expression ends that can be written whole. */
const LAST: ReadonlySet<number> = new Set([tt.parenR, tt.bracketR, tt.name, tt.num, tt.string]);

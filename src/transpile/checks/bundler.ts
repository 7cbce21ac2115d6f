/** Finds, in the parser's tokens, what production's bundler has to decide: what it may refuse, and what it writes in its own way. */

import type { Names } from "../names/resolve-names.ts";
import { closeOf } from "../parse/brackets.ts";
import { readEnumBody } from "../parse/enum-body.ts";
import { type ParsedFile, textOf } from "../parse/parse.ts";
import { afterTypes } from "../parse/skip-types.ts";
import { isAfterStatement, isOnNewLine } from "../parse/statement-start.ts";
import { tt } from "../parse/token-type.ts";
import { lenientAt } from "./lenient.ts";

/** What only production's bundler writes exactly, or refuses in its own words. */
type SyntaxFinding = { readonly construct: string; readonly tokenIndex: number };

/** The first in a file. */
export function findForBundler(parsed: ParsedFile, names: Names): SyntaxFinding | null {
  const [problem] = names.problems;
  if (problem) return problem;
  const requires = new Set(names.free.get("require") ?? []);
  for (let index = 0; index < parsed.tokens.length; index++) {
    const finding = findingAt(parsed, index, requires);
    if (finding) return finding;
  }
  return null;
}

function findingAt(parsed: ParsedFile, index: number, requires: ReadonlySet<number>): SyntaxFinding | null {
  const { tokens } = parsed;
  const token = tokens[index];
  if (!token) return null;
  const lenient = lenientAt(parsed, index);
  if (lenient) return { construct: lenient, tokenIndex: index };
  if (token.isType) return namespaceAt(parsed, index);
  switch (token.type) {
    case tt.at:
      return { construct: "a decorator", tokenIndex: index };
    case tt.jsxTagStart:
      return { construct: "JSX", tokenIndex: index };
    case tt._enum:
      if (!readEnumBody(parsed, index, new Map()).isWellFormed) {
        return { construct: "an unusual member of an enum", tokenIndex: index };
      }
      return token.scopeDepth > 0 ? { construct: "an enum inside a function", tokenIndex: index } : null;
    case tt.name: {
      if (requires.has(index))
        return hasLiteralArgument(parsed, index) ? { construct: "require", tokenIndex: index } : null;
      if (token.end - token.start === 5 && textOf(parsed, index) === "await" && token.identifierRole !== 10)
        return topLevelAwait(parsed, index);
      return null;
    }
    default:
      return null;
  }
}

/** A namespace with anything but types in it; the parser takes all of it for a type. */
function namespaceAt(parsed: ParsedFile, index: number): SyntaxFinding | null {
  const { tokens } = parsed;
  if (tokens[index]?.type !== tt.name || tokens[index + 1]?.type !== tt.name) return null;
  const word = textOf(parsed, index);
  if ((word !== "namespace" && word !== "module") || tokens[index + 1]?.type !== tt.name) return null;
  const before = tokens[index - 1];
  if (before?.isType && (before.type === tt._declare || textOf(parsed, index - 1) === "declare")) return null;
  if (before?.isType && before.type !== tt._export && before.type !== tt.semi && before.type !== tt.braceR) return null;
  let open = index + 2;
  while (tokens[open]?.type === tt.dot) open += 2;
  if (tokens[open]?.type !== tt.braceL) return null;
  if ((tokens[index]?.scopeDepth ?? 0) > 0) {
    return { construct: "a namespace that is not at the top level", tokenIndex: index };
  }
  return holdsValues(parsed, open) ? { construct: "a namespace with values", tokenIndex: index } : null;
}

const TYPE_STATEMENTS: ReadonlySet<string> = new Set(["type", "interface", "declare"]);

function holdsValues(parsed: ParsedFile, open: number): boolean {
  const { tokens, parents } = parsed;
  const end = closeOf(parsed, open);
  for (let index = open + 1; index < end; index++) {
    if (parents[index] !== open || tokens[index]?.type === tt.semi || tokens[index]?.type === tt.braceR) continue;
    if (!isAfterStatement(parsed, index) && !isDeclarationOnNewLine(parsed, index)) continue;
    const first = tokens[index]?.type === tt._export ? index + 1 : index;
    const word = textOf(parsed, first);
    if ((word === "namespace" || word === "module") && tokens[first + 1]?.type === tt.name) {
      let inner = first + 2;
      while (tokens[inner]?.type === tt.dot) inner += 2;
      if (holdsValues(parsed, inner)) return true;
    } else if (!TYPE_STATEMENTS.has(word) && word !== "import") return true;
  }
  return false;
}

function isDeclarationOnNewLine(parsed: ParsedFile, index: number): boolean {
  if (!isOnNewLine(parsed, index)) return false;
  return /^(export|const|let|var|function|class|enum|type|interface|declare|abstract|async|namespace)$/.test(
    textOf(parsed, index),
  );
}

/** Whether a call's only argument is made of string literals alone (esbuild folds sums of them). */
function hasLiteralArgument(parsed: ParsedFile, calleeIndex: number): boolean {
  const { tokens } = parsed;
  if (tokens[calleeIndex + 1]?.type !== tt.parenL) return false;
  let index = calleeIndex + 2;
  for (;;) {
    if (tokens[index]?.type === tt.string) index++;
    else if (tokens[index]?.type === tt.backQuote && tokens[index + 2]?.type === tt.backQuote) index += 3;
    else return false;
    index = afterTypes(parsed, index);
    if (tokens[index]?.type === tt.parenR || tokens[index]?.type === tt.comma) return true;
    if (tokens[index]?.type !== tt.plus) return false;
    index++;
  }
}

/** `await` outside every function. */
function topLevelAwait(parsed: ParsedFile, index: number): SyntaxFinding | null {
  const { tokens, scopes } = parsed;
  const before = tokens[index - 1]?.type;
  const next = tokens[index + 1];
  if (before === tt.dot || before === tt.questionDot || before === tt._for) return null;
  if (!next || next.isType || !startsOperand(parsed, index + 1)) return null;
  const isInside = scopes.some(
    (scope) =>
      scope.isFunctionScope &&
      scope.startTokenIndex <= index &&
      index < scope.endTokenIndex &&
      scope.startTokenIndex > 0,
  );
  if (isInside || isInFieldOrStaticBlock(parsed, index)) return null;
  return { construct: "await at the top level", tokenIndex: index };
}

function isInFieldOrStaticBlock(parsed: ParsedFile, index: number): boolean {
  return (
    (parsed.tokens[index]?.scopeDepth ?? 0) > 0 &&
    parsed.tokens.slice(0, index).some((token) => token.type === tt._class)
  );
}

function startsOperand(parsed: ParsedFile, index: number): boolean {
  const type = parsed.tokens[index]?.type;
  const isOperator =
    type === tt.semi ||
    type === tt.comma ||
    type === tt.parenR ||
    type === tt.braceR ||
    type === tt.bracketR ||
    type === tt.eq ||
    type === tt.assign ||
    type === tt.colon ||
    type === tt.dot ||
    type === tt.arrow;
  return !isOperator;
}

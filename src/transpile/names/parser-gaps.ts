/** What the parser gets wrong about names: words it takes for uses of a variable, and scopes it leaves out. */
import type { ParserScope } from "sucrase/dist/parser/index.js";
import { closeOf } from "../parse/brackets.ts";
import { type ParsedFile, textOf } from "../parse/parse.ts";
import { afterTypes, skipTypes } from "../parse/skip-types.ts";
import { tt } from "../parse/token-type.ts";

/** `label:` at the start of a statement; the parser takes it for a use of a name. */
export function isLabel(parsed: ParsedFile, index: number): boolean {
  const { tokens } = parsed;
  if (tokens[index + 1]?.type !== tt.colon || tokens[index + 1]?.isType) return false;
  const before = tokens[index - 1]?.type;
  return before === undefined || BEFORE_STATEMENT.has(before);
}

/** The `async` of an arrow function; the parser takes it for a use of a name. */
export function isAsyncKeyword(parsed: ParsedFile, index: number): boolean {
  const { tokens } = parsed;
  const token = tokens[index];
  if (!token || token.end - token.start !== 5 || textOf(parsed, index) !== "async") return false;
  const next = skipTypes(parsed, index + 1, 1);
  if (tokens[next]?.type === tt._function) return true;
  if (tokens[next]?.type !== tt.parenL) return tokens[next]?.type === tt.name && tokens[next + 1]?.type === tt.arrow;
  return tokens[skipTypes(parsed, closeOf(parsed, next) + 1, 1)]?.type === tt.arrow;
}

/** The scopes of `async <T>(x: T) => …`, which the parser leaves out. */
export function genericAsyncArrows(parsed: ParsedFile): ParserScope[] {
  const { tokens } = parsed;
  const found: ParserScope[] = [];
  for (let index = 0; index < tokens.length; index++) {
    if (tokens[index + 1]?.type !== tt.lessThan || !tokens[index + 1]?.isType) continue;
    if (tokens[index]?.type !== tt.name || textOf(parsed, index) !== "async") continue;
    const open = afterTypes(parsed, index + 1);
    const arrow = afterTypes(parsed, closeOf(parsed, open) + 1);
    if (tokens[open]?.type !== tt.parenL || tokens[arrow]?.type !== tt.arrow) continue;
    const isBlock = tokens[arrow + 1]?.type === tt.braceL;
    const endTokenIndex = isBlock ? closeOf(parsed, arrow + 1) + 1 : endOfExpression(parsed, arrow + 1);
    found.push({ startTokenIndex: open, endTokenIndex, isFunctionScope: true });
  }
  return found;
}

function endOfExpression(parsed: ParsedFile, start: number): number {
  for (let index = start; index < parsed.tokens.length; index++) {
    const type = parsed.tokens[index]?.type ?? tt.eof;
    if (type === tt.parenL || type === tt.bracketL || type === tt.braceL || type === tt.dollarBraceL) {
      index = closeOf(parsed, index);
    } else if (ENDS_EXPRESSION.has(type)) return index;
  }
  return parsed.tokens.length;
}

const ENDS_EXPRESSION: ReadonlySet<number> = new Set([
  tt.parenR,
  tt.bracketR,
  tt.braceR,
  tt.comma,
  tt.semi,
  tt.eof,
  tt._const,
  tt._let,
  tt._var,
  tt._return,
  tt._if,
  tt._for,
  tt._while,
  tt._export,
  tt._import,
]);

const BEFORE_STATEMENT: ReadonlySet<number> = new Set([tt.semi, tt.braceL, tt.braceR, tt.parenR, tt._else, tt._do]);

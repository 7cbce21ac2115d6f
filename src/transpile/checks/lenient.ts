/** Finds what sucrase's parser lets pass and production's bundler refuses, or writes in a way of its own; the answers are the construct's name. */

import { isLabel } from "../names/parser-gaps.ts";
import { closeOf } from "../parse/brackets.ts";
import { type ClassField, readClassBody } from "../parse/class-body.ts";
import { type ParsedFile, textOf } from "../parse/parse.ts";
import { afterTypes } from "../parse/skip-types.ts";
import { isOnNewLine } from "../parse/statement-start.ts";
import { tt } from "../parse/token-type.ts";
import { RESERVED, WORD } from "../parse/words.ts";

export function lenientAt(parsed: ParsedFile, index: number): string | null {
  const { tokens } = parsed;
  const token = tokens[index];
  if (!token) return null;
  if (token.isType) return inType(parsed, index);
  switch (token.type) {
    case tt._import:
      if (tokens[index + 1]?.type === tt.parenL || token.scopeDepth === 0) return null;
      return "an import that is not at the top level";
    case tt._const:
      return token.scopeDepth === 0 && !isInitialised(parsed, index + 1) ? "a constant without a value" : null;
    case tt._export:
      if (token.scopeDepth > 0) return "an export that is not at the top level";
      return textOf(parsed, index + 1) === "as" ? "export as namespace" : null;
    case tt._new:
      return afterNew(parsed, index);
    case tt._class:
      return inClass(parsed, index);
    case tt.num:
      return /^0[\d_]/.test(textOf(parsed, index)) ? "an octal number" : null;
    case tt.string:
      if (/\\(?:[1-9]|0\d)/.test(textOf(parsed, index))) return "an octal escape";
      return isDirectiveIn(parsed, index) ? '"use strict" after parameters that are not plain' : null;
    case tt.arrow:
      return isOnNewLine(parsed, index) ? "a line break before =>" : null;
    case tt._throw:
      return tokens[index + 1]?.isType ? "a type after throw" : null;
    case tt.colon:
      return tokens[index + 1]?.type === tt._function &&
        tokens[index - 1]?.identifierRole === 0 &&
        isLabel(parsed, index - 1)
        ? "a function with a label"
        : null;
    case tt.name:
      if (token.end - token.start !== 5 || tokens[index + 1]?.type !== tt.arrow) return null;
      return textOf(parsed, index) === "async" ? "a parameter called async" : null;
    default:
      return null;
  }
}

/** The top level's constants become variables, which need no value. */
function isInitialised(parsed: ParsedFile, binding: number): boolean {
  const { tokens } = parsed;
  if (tokens[binding]?.type === tt._enum) return true;
  const after = afterTypes(parsed, (tokens[binding]?.type === tt.name ? binding : closeOf(parsed, binding)) + 1);
  return tokens[after]?.type === tt.eq || tokens[after]?.type === tt._in || textOf(parsed, after) === "of";
}

function inType(parsed: ParsedFile, index: number): string | null {
  const { tokens } = parsed;
  const next = tokens[index + 1];
  if (isMalformed(parsed, index)) return "an unusual type";
  switch (tokens[index]?.type) {
    case tt.lessThan:
      return next?.isType && next.type === tt.greaterThan ? "an empty list of types" : null;
    case tt.bang:
      return next?.type === tt.eq ? "an exclamation mark without a type" : null;
    case tt._this:
      return tokens[index - 1]?.type === tt.parenL && isArrowParameter(parsed, index)
        ? "a this parameter of an arrow function"
        : null;
    case tt.name: {
      const word = textOf(parsed, index);
      if (word !== "as" && word !== "satisfies") return null;
      return tokens[index - 1]?.isType ? null : afterAssertion(parsed, index);
    }
    case tt._as:
      return tokens[index - 1]?.isType ? null : afterAssertion(parsed, index);
    default:
      return null;
  }
}

/** What the parser lets pass in types: lists without commas or with one too many, words that are no types, half a type. */
function isMalformed(parsed: ParsedFile, index: number): boolean {
  const { tokens, parents } = parsed;
  const [token, next] = [tokens[index], tokens[index + 1]];
  if (!token || !next) return false;
  const around = tokens[parents[index + 1] ?? -1];
  const isInList = around?.type === tt.lessThan || around?.type === tt.bracketL;
  const isOperand = OPERANDS.has(token.type);
  const isOperator = isOperand && OPERATOR.test(textOf(parsed, index));
  // The parser takes anything for a name.
  if (token.type === tt.name) {
    const text = textOf(parsed, index);
    if (!WORD.test(text) || (next.isType && next.type === tt.lessThan && PRIMITIVE.test(text))) return true;
    if (
      BEFORE_TYPE.has(tokens[index - 1]?.type ?? -1) &&
      tokens[index - 1]?.isType &&
      text !== "const" &&
      RESERVED.test(text)
    )
      return true;
  }
  if (NO_TYPES.has(token.type) || ((token.type === tt._class || token.type === tt._function) && isInList)) return true;
  if (token.type === tt.colon && tokens[parents[index] ?? -1]?.type === tt.bracketL) {
    return tokens[parents[index] ?? -1]?.isType === false;
  }
  if (token.type === tt._implements && next.type === tt.braceL) return true;
  if (next.type === tt.braceL && around === undefined) {
    const isHead = token.type === tt.comma || token.type === tt._extends;
    return isHead || MODIFIER.test(textOf(parsed, index));
  }
  if (!next.isType) return false;
  const isNextOperand = OPERANDS.has(next.type);
  const isNextOperator = isNextOperand && OPERATOR.test(textOf(parsed, index + 1));
  switch (token.type) {
    case tt.lessThan:
      return !isNextOperand && !STARTS.has(next.type);
    case tt.comma:
      if (next.type === tt.comma) return true;
      return next.type === tt.greaterThan && tokens[index + 2]?.type !== tt.parenL;
    case tt._extends:
      return next.type === tt._extends || next.type === tt.comma;
    case tt.question:
      return around?.type === tt.bracketL && isNextOperand;
    case tt.greaterThan:
      if (next.type === tt.greaterThan && parsed.partners[index + 1] === -1) return true;
  }
  if (isOperand && isNextOperand) {
    if (next.type === tt.string && textOf(parsed, index) === "module") return textOf(parsed, index - 1) !== "declare";
    if (isOperator) return false;
    if (isInList) return !FOLLOWS.test(textOf(parsed, index + 1));
    return !isNextOperator && !isOnNewLine(parsed, index + 1);
  }
  const ends = isOperand ? !isOperator : ENDS.has(token.type);
  const starts = isNextOperand
    ? !isNextOperator
    : next.type === tt.braceL ||
      next.type === tt.ellipsis ||
      (next.type === tt.parenL && token.type !== tt.greaterThan);
  return isInList && ends && starts;
}

const OPERANDS: ReadonlySet<number> = new Set([tt.name, tt.string, tt.num, tt.bigint, tt._this]);
const ENDS: ReadonlySet<number> = new Set([tt.parenR, tt.bracketR, tt.braceR, tt.greaterThan]);
const STARTS: ReadonlySet<number> = new Set([
  tt.braceL,
  tt.bracketL,
  tt.parenL,
  tt.lessThan,
  tt.greaterThan,
  tt.minus,
  tt.backQuote,
  tt._new,
  tt._const,
  tt._in,
  tt._typeof,
  tt._void,
  tt._null,
  tt._true,
  tt._false,
  tt._import,
  tt._readonly,
  tt._abstract,
]);
/** Keywords that no type begins with or is made of. */
const NO_TYPES: ReadonlySet<number> = new Set([
  tt._return,
  tt._if,
  tt._for,
  tt._while,
  tt._do,
  tt._try,
  tt._catch,
  tt._throw,
  tt._else,
  tt._case,
  tt._with,
  tt._super,
]);
const BEFORE_TYPE: ReadonlySet<number> = new Set([tt.colon, tt.lessThan, tt._extends, tt._implements]);
/** Types that take no others. */
const PRIMITIVE = /^(any|bigint|boolean|never|number|object|string|symbol|undefined|unknown)$/;
/** Words that may stand after a type in a list. */
const FOLLOWS = /^(as|extends|in|is)$/;
const MODIFIER = /^(as|private|protected|public|readonly|static|function)$/;
/** Words that stand directly before or after a type or a name. */
const OPERATOR =
  /^(abstract|as|asserts|async|class|const|declare|default|enum|export|extends|from|function|get|global|implements|import|in|infer|interface|is|keyof|module|namespace|new|of|out|private|protected|public|readonly|satisfies|set|static|type|typeof|unique|var|let)$/;

/** `x as T = 1` and `() => { … } as T` are no TypeScript. */
function afterAssertion(parsed: ParsedFile, start: number): string | null {
  const { tokens } = parsed;
  const after = tokens[afterTypes(parsed, start)]?.type;
  if (after === tt.eq || after === tt.assign) return "an assertion that is assigned";
  const isArrowBody =
    tokens[start - 1]?.type === tt.braceR && tokens[(parsed.partners[start - 1] ?? 0) - 1]?.type === tt.arrow;
  return isArrowBody ? "an assertion after an arrow function" : null;
}

function isArrowParameter(parsed: ParsedFile, index: number): boolean {
  const { tokens } = parsed;
  const before = tokens[index - 2];
  const isNamed = before !== undefined && (before.type === tt.name || before.type === tt._function || before.isType);
  if (isNamed && textOf(parsed, index - 2) !== "async") return false;
  return isBeforeArrow(parsed, closeOf(parsed, index - 1));
}

/** Whether `=>` follows, after a type at most. */
function isBeforeArrow(parsed: ParsedFile, close: number): boolean {
  return parsed.tokens[afterTypes(parsed, close + 1)]?.type === tt.arrow;
}

/** `new a?.b()`, and `new.target` where no function is. */
function afterNew(parsed: ParsedFile, index: number): string | null {
  const { tokens } = parsed;
  if (tokens[index + 1]?.type === tt.dot) {
    const isInClass = tokens.some((token, at) => at < index && token.type === tt._class);
    return isInClass || !isInArrowsOnly(parsed, index) ? null : "new.target outside of functions";
  }
  let at = index + 1;
  while (tokens[at]?.type === tt.name || tokens[at]?.type === tt.dot || tokens[at]?.type === tt._this) at++;
  return tokens[at]?.type === tt.questionDot && at > index + 1 ? "an optional chain after new" : null;
}

/** Whether every function around a token is an arrow function. */
function isInArrowsOnly(parsed: ParsedFile, index: number): boolean {
  const { tokens, scopes } = parsed;
  return scopes.every(({ startTokenIndex, endTokenIndex, isFunctionScope }) => {
    if (!isFunctionScope || startTokenIndex === 0 || startTokenIndex > index || index >= endTokenIndex) return true;
    // A function's body is a scope of its own, inside the one that begins with its parameters.
    if (tokens[startTokenIndex]?.type === tt.braceL) return true;
    if (tokens[startTokenIndex]?.type === tt.name) return tokens[startTokenIndex + 1]?.type === tt.arrow;
    let open = startTokenIndex;
    while (open < endTokenIndex && tokens[open]?.type !== tt.parenL) open++;
    return isBeforeArrow(parsed, closeOf(parsed, open));
  });
}

function inClass(parsed: ParsedFile, index: number): string | null {
  for (const field of readClassBody(parsed, index).fields) {
    const name = textOf(parsed, field.nameIndex).replace(/^["']|["']$/g, "");
    const isTaken = name === "constructor" || (field.isStatic && name === "prototype");
    if (isTaken && !field.isComputed && !field.isPrivate) return "a class field with a reserved name";
    if (usesArgumentsOrSuperCall(parsed, field)) return "arguments or super() in a class field";
  }
  return null;
}

function usesArgumentsOrSuperCall(parsed: ParsedFile, { value }: ClassField): boolean {
  for (let index = value?.start ?? 0; index < (value?.end ?? 0); index++) {
    const token = parsed.tokens[index];
    if (token?.type === tt._super && parsed.tokens[index + 1]?.type === tt.parenL) return true;
    if (token?.identifierRole === 0 && textOf(parsed, index) === "arguments") return true;
  }
  return false;
}

/** "use strict" in a function whose parameters are not plain names. */
function isDirectiveIn(parsed: ParsedFile, index: number): boolean {
  const { tokens } = parsed;
  const isDirective = tokens[index - 1]?.type === tt.braceL && textOf(parsed, index).slice(1, -1) === "use strict";
  if (!isDirective) return false;
  let at = index - 2;
  while (tokens[at]?.isType || tokens[at]?.type === tt.arrow) at--;
  if (tokens[at]?.type !== tt.parenR) return false;
  for (let inside = parsed.partners[at] ?? at; inside < at; inside++) {
    if (PATTERN.has(tokens[inside]?.type ?? -1)) return true;
  }
  return false;
}

const PATTERN: ReadonlySet<number> = new Set([tt.eq, tt.braceL, tt.bracketL, tt.ellipsis]);

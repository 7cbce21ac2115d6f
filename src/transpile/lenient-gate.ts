/** Finds what sucrase's parser lets pass and production's bundler refuses, or writes in a way of its own. */
import { type ClassField, isOnNewLine, readClassBody } from "./class-body.ts";
import { type ParsedFile, textOf } from "./parse.ts";
import { tt } from "./token-type.ts";

export type LenientFinding =
  | { readonly kind: "refused"; readonly phase: "compile"; readonly message: string; readonly advice?: string }
  | { readonly kind: "needs-bundler"; readonly construct: string };

export function lenientAt(parsed: ParsedFile, index: number): LenientFinding | null {
  const { tokens } = parsed;
  const token = tokens[index];
  if (!token) return null;
  if (token.isType) return inType(parsed, index);
  switch (token.type) {
    case tt._import:
      if (tokens[index + 1]?.type === tt.parenL || token.scopeDepth === 0) return null;
      return refused('Unexpected "import"', "Import statements stand at the top level of the file.");
    case tt._export:
      if (token.scopeDepth > 0)
        return refused('Unexpected "export"', "Export statements stand at the top level of the file.");
      return textOf(parsed, index + 1) === "as" ? bundler("export as namespace") : null;
    case tt._new:
      return afterNew(parsed, index);
    case tt._class:
      return inClass(parsed, index);
    case tt.num:
      return /^0[\d_]/.test(textOf(parsed, index)) ? bundler("an octal number") : null;
    case tt.string:
      if (/\\(?:[1-9]|0\d)/.test(textOf(parsed, index))) return bundler("an octal escape");
      return isDirectiveIn(parsed, index) ? bundler('"use strict" after parameters that are not plain') : null;
    case tt.arrow:
      return isOnNewLine(parsed, index)
        ? refused('Unexpected newline before "=>"', "Put => on the line where the parameters or their type end.")
        : null;
    case tt._throw:
      return tokens[index + 1]?.isType ? bundler("a type after throw") : null;
    case tt.colon:
      return tokens[index + 1]?.type === tt._function &&
        tokens[index - 1]?.identifierRole === 0 &&
        isLabel(parsed, index)
        ? bundler("a function with a label")
        : null;
    case tt.name:
      if (token.end - token.start !== 5 || tokens[index + 1]?.type !== tt.arrow) return null;
      return textOf(parsed, index) === "async" ? bundler("a parameter called async") : null;
    default:
      return null;
  }
}

const refused = (message: string, advice?: string): LenientFinding => ({
  kind: "refused",
  phase: "compile",
  message,
  ...(advice === undefined ? {} : { advice }),
});

const bundler = (construct: string): LenientFinding => ({ kind: "needs-bundler", construct });

function inType(parsed: ParsedFile, index: number): LenientFinding | null {
  const { tokens } = parsed;
  const next = tokens[index + 1];
  switch (tokens[index]?.type) {
    case tt.lessThan:
      return next?.isType && next.type === tt.greaterThan ? bundler("an empty list of types") : null;
    case tt.bang:
      return next?.type === tt.eq ? bundler("an exclamation mark without a type") : null;
    case tt._this:
      return tokens[index - 1]?.type === tt.parenL && isArrowParameter(parsed, index)
        ? refused("An arrow function cannot have a this parameter", "Write function (this: …) instead.")
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

/** `x as T = 1` and `() => { … } as T` are no TypeScript. */
function afterAssertion(parsed: ParsedFile, start: number): LenientFinding | null {
  const { tokens } = parsed;
  let end = start;
  while (tokens[end]?.isType) end++;
  const after = tokens[end]?.type;
  if (after === tt.eq || after === tt.assign) return bundler("an assertion that is assigned");
  const isArrowBody = tokens[start - 1]?.type === tt.braceR && tokens[openOf(parsed, start - 1) - 1]?.type === tt.arrow;
  return isArrowBody ? bundler("an assertion after an arrow function") : null;
}

function openOf(parsed: ParsedFile, close: number): number {
  let depth = 0;
  for (let index = close; index >= 0; index--) {
    const type = parsed.tokens[index]?.type;
    if (type === tt.braceR) depth++;
    else if ((type === tt.braceL || type === tt.dollarBraceL) && --depth === 0) return index;
  }
  return 0;
}

function isArrowParameter(parsed: ParsedFile, index: number): boolean {
  const { tokens } = parsed;
  const before = tokens[index - 2];
  const isNamed = before !== undefined && (before.type === tt.name || before.type === tt._function || before.isType);
  if (isNamed && textOf(parsed, index - 2) !== "async") return false;
  let depth = 1;
  let close = index;
  while (depth > 0 && close < tokens.length) {
    const type = tokens[++close]?.type;
    if (type === tt.parenL) depth++;
    else if (type === tt.parenR) depth--;
  }
  let after = close + 1;
  while (tokens[after]?.isType) after++;
  return tokens[after]?.type === tt.arrow;
}

/** `new a?.b()`, and `new.target` where no function is. */
function afterNew(parsed: ParsedFile, index: number): LenientFinding | null {
  const { tokens } = parsed;
  if (tokens[index + 1]?.type === tt.dot) {
    const isInClass = tokens.some((token, at) => at < index && token.type === tt._class);
    return isInClass || !isInArrowsOnly(parsed, index)
      ? null
      : refused('Cannot use "new.target" here', "Only functions that are called with new have a new.target.");
  }
  let at = index + 1;
  while (tokens[at]?.type === tt.name || tokens[at]?.type === tt.dot || tokens[at]?.type === tt._this) at++;
  return tokens[at]?.type === tt.questionDot && at > index + 1
    ? refused(
        'Cannot use an unparenthesized optional chain inside the target of "new"',
        "Check first that the class exists, then write new without ?.",
      )
    : null;
}

/** Whether every function around a token is an arrow function. */
function isInArrowsOnly(parsed: ParsedFile, index: number): boolean {
  const { tokens, scopes } = parsed;
  return scopes.every(({ startTokenIndex, endTokenIndex, isFunctionScope }) => {
    if (!isFunctionScope || startTokenIndex === 0 || startTokenIndex > index || index >= endTokenIndex) return true;
    // A function's body is a scope of its own, inside the one that begins with its parameters.
    if (tokens[startTokenIndex]?.type === tt.braceL) return true;
    if (tokens[startTokenIndex]?.type === tt.name) return tokens[startTokenIndex + 1]?.type === tt.arrow;
    let depth = 0;
    for (let at = startTokenIndex; at < endTokenIndex; at++) {
      const type = tokens[at]?.type;
      if (type === tt.parenL) depth++;
      else if (type === tt.parenR && --depth === 0) {
        let after = at + 1;
        while (tokens[after]?.isType) after++;
        return tokens[after]?.type === tt.arrow;
      }
    }
    return false;
  });
}

function inClass(parsed: ParsedFile, index: number): LenientFinding | null {
  for (const field of readClassBody(parsed, index).fields) {
    const name = textOf(parsed, field.nameIndex).replace(/^["']|["']$/g, "");
    const isTaken = name === "constructor" || (field.isStatic && name === "prototype");
    if (isTaken && !field.isComputed && !field.isPrivate)
      return refused(`Invalid field name ${JSON.stringify(name)}`, "Give the field another name.");
    if (usesArgumentsOrSuperCall(parsed, field)) return bundler("arguments or super() in a class field");
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
  let depth = 0;
  for (; at >= 0; at--) {
    const type = tokens[at]?.type ?? -1;
    if (type === tt.parenR) depth++;
    else if (type === tt.parenL && --depth === 0) return false;
    else if (PATTERN.has(type)) return true;
  }
  return false;
}

const PATTERN: ReadonlySet<number> = new Set([tt.eq, tt.braceL, tt.bracketL, tt.ellipsis]);

function isLabel(parsed: ParsedFile, colon: number): boolean {
  const before = parsed.tokens[colon - 2]?.type;
  return before === undefined || before === tt.semi || before === tt.braceL || before === tt.braceR;
}

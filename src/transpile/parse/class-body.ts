/** Reads a class body: which fields move where, as production's bundler moves them. */
import { closeOf } from "./brackets.ts";
import { type ParsedFile, textOf } from "./parse.ts";
import { afterTypes } from "./skip-types.ts";
import { isAfterStatement, isOnNewLine } from "./statement-start.ts";
import { tt } from "./token-type.ts";

export type ClassField = {
  /** Tokens of the whole member, with its semicolon. */
  readonly start: number;
  readonly end: number;
  readonly isStatic: boolean;
  readonly isPrivate: boolean;
  readonly isErased: boolean;
  readonly isComputed: boolean;
  /** The name's token (after `#` for a private one). */
  readonly nameIndex: number;
  /** Tokens of the initialiser; null when there is none. */
  readonly value: { readonly start: number; readonly end: number } | null;
};

type ClassConstructor = {
  /** The brace that opens its body. */
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly paramsStart: number;
  /** Names of parameters that are properties too. */
  readonly properties: readonly string[];
  /** Index after the statement `super(…)`; null when there is none; -1 when it stands inside an expression or a branch. */
  readonly afterSuper: number | null;
};

export type ClassBody = {
  readonly nameIndex: number | null;
  readonly open: number;
  readonly close: number;
  readonly hasSuperclass: boolean;
  readonly fields: readonly ClassField[];
  readonly constructor_: ClassConstructor | null;
};

const MODIFIERS: ReadonlySet<number> = new Set([
  tt._async,
  tt._get,
  tt._set,
  tt.plus,
  tt.minus,
  tt._readonly,
  tt._static,
  tt._public,
  tt._private,
  tt._protected,
  tt._override,
  tt._abstract,
  tt.star,
  tt._declare,
  tt.hash,
]);

/** @param classIndex the `class` keyword's token. */
export function readClassBody(parsed: ParsedFile, classIndex: number): ClassBody {
  const { tokens } = parsed;
  const contextId = tokens[classIndex]?.contextId;
  let open = classIndex + 1;
  let hasSuperclass = false;
  while (tokens[open]?.type !== tt.braceL || tokens[open]?.contextId !== contextId) {
    if (tokens[open]?.type === tt._extends && !tokens[open]?.isType) hasSuperclass = true;
    open++;
  }
  const first = tokens[classIndex + 1];
  const isNamed = first?.type === tt.name && !first.isType && first.identifierRole !== 0;
  const close = closeOf(parsed, open);
  const fields: ClassField[] = [];
  let constructor_: ClassConstructor | null = null;
  for (let index = open + 1; index < close; ) {
    const member = readMember(parsed, index);
    if (member.field) fields.push(member.field);
    if (member.constructorName !== undefined) constructor_ = readConstructor(parsed, member.constructorName);
    index = member.end;
  }
  return { nameIndex: isNamed ? classIndex + 1 : null, open, close, hasSuperclass, fields, constructor_ };
}

type Member = { readonly end: number; readonly field?: ClassField; readonly constructorName?: number };

function readMember(parsed: ParsedFile, start: number): Member {
  const { tokens } = parsed;
  if (tokens[start]?.type === tt.semi || tokens[start]?.isType) return { end: start + 1 };
  let index = start;
  let isStatic = false;
  let isPrivate = false;
  let isErased = false;
  for (let type = tokens[index]?.type; type !== undefined && MODIFIERS.has(type); type = tokens[++index]?.type) {
    isStatic ||= type === tt._static;
    isPrivate ||= type === tt.hash;
    isErased ||= type === tt._declare || type === tt._abstract;
  }
  if (isStatic && tokens[index]?.type === tt.braceL) return { end: closeOf(parsed, index) + 1 };
  const nameIndex = index;
  const isComputed = tokens[index]?.type === tt.bracketL;
  index = isComputed ? closeOf(parsed, index) + 1 : index + 1;
  index = afterTypes(parsed, index);
  if (tokens[index]?.type === tt.parenL) {
    const end = endOfMethod(parsed, index);
    const isConstructor = !isStatic && !isPrivate && /^["']?constructor["']?$/.test(textOf(parsed, nameIndex));
    return isConstructor ? { end, constructorName: nameIndex } : { end };
  }
  let value: ClassField["value"] = null;
  if (tokens[index]?.type === tt.eq) {
    const end = tokens[index]?.rhsEndIndex ?? index + 1;
    value = { start: index + 1, end };
    index = end;
  }
  const end = tokens[index]?.type === tt.semi ? index + 1 : index;
  return { end, field: { start, end, isStatic, isPrivate, isErased, isComputed, nameIndex, value } };
}

function endOfMethod(parsed: ParsedFile, paramsStart: number): number {
  return closeOf(parsed, afterTypes(parsed, closeOf(parsed, paramsStart) + 1)) + 1;
}

function readConstructor(parsed: ParsedFile, nameIndex: number): ClassConstructor {
  const { tokens } = parsed;
  const paramsStart = afterTypes(parsed, nameIndex + 1);
  const paramsEnd = closeOf(parsed, paramsStart);
  const properties: string[] = [];
  for (let index = paramsStart + 1; index < paramsEnd; index++) {
    if (!PARAMETER_MODIFIERS.has(tokens[index]?.type ?? -1) || tokens[index]?.isType) continue;
    while (PARAMETER_MODIFIERS.has(tokens[index]?.type ?? -1)) index++;
    properties.push(textOf(parsed, index));
  }
  const bodyStart = afterTypes(parsed, paramsEnd + 1);
  const bodyEnd = closeOf(parsed, bodyStart);
  return { bodyStart, bodyEnd, paramsStart, properties, afterSuper: findAfterSuper(parsed, bodyStart, bodyEnd) };
}

const PARAMETER_MODIFIERS: ReadonlySet<number> = new Set([
  tt._public,
  tt._private,
  tt._protected,
  tt._readonly,
  tt._override,
]);

function findAfterSuper(parsed: ParsedFile, bodyStart: number, bodyEnd: number): number | null {
  const { tokens, parents } = parsed;
  let found: number | null = null;
  for (let index = bodyStart; index < bodyEnd; index++) {
    if (tokens[index]?.type !== tt._super || tokens[index + 1]?.type !== tt.parenL) continue;
    const end = closeOf(parsed, index + 1) + 1;
    const after = tokens[end];
    const startsStatement = isAfterStatement(parsed, index) || isOnNewLine(parsed, index);
    const endsStatement = after?.type === tt.semi || after?.type === tt.braceR || isOnNewLine(parsed, end);
    if (found !== null || parents[index] !== bodyStart || !startsStatement || !endsStatement) return -1;
    found = after?.type === tt.semi ? end + 1 : end;
  }
  return found;
}

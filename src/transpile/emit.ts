/** Writes one file of the bundle: its code without types, imports and exports, with names as the bundle uses them. */
import { tt } from "./token-type.ts";
import { BundlerNeeded } from "./bundler-needed.ts";
import { type ClassBody, type ClassField, isOnNewLine, readClassBody } from "./class-body.ts";
import { readEnumBody } from "./enum-body.ts";
import { type ModuleSyntax, defaultNameOf } from "./module.ts";
import { type ParsedFile, positionOfToken, textOf } from "./parse.ts";
import type { Names } from "./scope.ts";
import type { SourceWriter } from "./source-writer.ts";

export type EmitInput = {
  readonly parsed: ParsedFile;
  readonly names: Names;
  readonly syntax: ModuleSyntax;
  readonly sourceIndex: number;
  /** What to write in place of a token. */
  readonly replacements: ReadonlyMap<number, string>;
  /** The bundle's name for one of the file's top-level names. */
  readonly finalName: (name: string) => string;
  /** A name that nothing in the bundle uses. */
  readonly freshName: (like: string) => string;
  /** Whether class fields are defined rather than assigned. */
  readonly definesFields: boolean;
};

/** Constant members of the file's top-level enums, by enum name. */
export type EnumConstants = ReadonlyMap<string, ReadonlyMap<string, string | number>>;

export function readEnumConstants(parsed: ParsedFile, names: Names): EnumConstants {
  const all = new Map<string, Map<string, string | number>>();
  for (let index = 0; index < parsed.tokens.length; index++) {
    const token = parsed.tokens[index];
    if (token?.type !== tt._enum || token.isType || token.scopeDepth !== 0) continue;
    const name = textOf(parsed, index + 1);
    if (names.topLevel.get(name)?.kind !== "enum") continue;
    const constants = all.get(name) ?? new Map<string, string | number>();
    for (const member of readEnumBody(parsed, index, new Map(all).set(name, constants)).members) {
      if (member.constant !== undefined) constants.set(member.name, member.constant);
    }
    all.set(name, constants);
  }
  return all;
}

/** @throws BundlerNeeded */
export function emitFile(input: EmitInput, writer: SourceWriter): void {
  new Emitter(input, writer).emitAll();
}

class Emitter {
  readonly #input: EmitInput;
  readonly #parsed: ParsedFile;
  readonly #writer: SourceWriter;
  readonly #source: { readonly text: string; readonly lineStarts: readonly number[] };
  readonly #replacements: Map<number, string>;
  readonly #enums = new Map<string, Map<string, string | number>>();
  /** Where the stretch of source begins that is yet to be copied. */
  #from = 0;

  constructor(input: EmitInput, writer: SourceWriter) {
    this.#input = input;
    this.#parsed = input.parsed;
    this.#writer = writer;
    this.#source = { text: input.parsed.file.text, lineStarts: input.parsed.lineStarts };
    this.#replacements = new Map(input.replacements);
  }

  emitAll(): void {
    const { tokens } = this.#parsed;
    this.#from = /^#!.*/.exec(this.#source.text)?.[0].length ?? 0;
    this.#emit(0, tokens.length - 1);
    this.#copyTo(this.#source.text.length);
  }

  #start(index: number): number {
    return this.#parsed.tokens[index]?.start ?? this.#source.text.length;
  }

  #endOf(index: number): number {
    return this.#parsed.tokens[index]?.end ?? this.#source.text.length;
  }

  #copyTo(offset: number): void {
    if (offset > this.#from) this.#writer.copy(this.#input.sourceIndex, this.#source, this.#from, offset);
    this.#from = Math.max(this.#from, offset);
  }

  #insert(text: string, offset: number): void {
    this.#copyTo(offset);
    this.#writer.insert(text, this.#input.sourceIndex, this.#source, offset);
  }

  /** Leaves out tokens, but not the line breaks among them. */
  #drop(start: number, end: number, replacement = ""): void {
    this.#copyTo(this.#start(start));
    if (replacement !== "") this.#insert(replacement, this.#start(start));
    const dropped = this.#source.text.slice(this.#start(start), this.#endOf(end - 1));
    this.#from = this.#endOf(end - 1);
    for (const _ of dropped.match(/\r\n?|\n/g) ?? []) this.#writer.lineBreak();
  }

  #replace(index: number, text: string): void {
    this.#drop(index, index + 1, text);
  }

  #emit(start: number, end: number): void {
    for (let index = start; index < end; ) index = this.#emitToken(index);
  }

  /** Writes what begins at a token and returns the index after it. */
  #emitToken(index: number): number {
    const token = this.#parsed.tokens[index];
    if (!token) return index + 1;
    if (token.isType) return this.#emitType(index);
    const removedTo = this.#input.syntax.removed.get(index);
    if (removedTo !== undefined) {
      this.#drop(index, removedTo, ";");
      return removedTo;
    }
    const replacement = this.#replacements.get(index);
    if (replacement !== undefined) {
      this.#replace(index, replacement);
      return index + 1;
    }
    switch (token.type) {
      case tt._public:
      case tt._private:
      case tt._protected:
      case tt._readonly:
      case tt._override:
      case tt._abstract:
      case tt._declare:
      case tt.nonNullAssertion:
        this.#drop(index, index + 1);
        return index + 1;
      case tt._export:
        return this.#emitExport(index);
      case tt._const:
      case tt._let:
        return this.#emitVariable(index);
      case tt._enum:
        return this.#emitEnum(index, index);
      case tt._class:
        return this.#emitClass(index);
      default:
        return index + 1;
    }
  }

  #emitVariable(index: number): number {
    const { tokens } = this.#parsed;
    if (tokens[index + 1]?.type === tt._enum) return this.#emitEnum(index + 1, index);
    // esbuild turns the top-level let and const of a module into var, so that none is ever "not yet initialised".
    if (this.#input.syntax.isModule && tokens[index]?.scopeDepth === 0) this.#replace(index, "var");
    return index + 1;
  }

  #emitType(start: number): number {
    const { tokens } = this.#parsed;
    let end = start;
    while (tokens[end]?.isType) end++;
    const first = tokens[start];
    const before = tokens[start - 1];
    const next = tokens[end];
    const word = textOf(this.#parsed, start);
    const breaksLine = /[\r\n]/.test(this.#source.text.slice(this.#start(start), next?.start ?? 0));
    const breaksBefore = isOnNewLine(this.#parsed, start);
    if ((breaksLine || breaksBefore) && (next?.type === tt.arrow || textOf(this.#parsed, start - 1) === "async")) {
      this.#copyTo(before?.end ?? 0);
      this.#from = next?.start ?? this.#from;
      return end;
    }
    if (breaksLine && (before?.type === tt._return || before?.type === tt._yield)) {
      throw new BundlerNeeded("a type over several lines after return", positionOfToken(this.#parsed, start));
    }
    if (/^[a-z]/.test(word) && !NO_STATEMENT.has(word) && first?.type !== tt._implements && first?.type !== tt._this) {
      this.#drop(start, end, ";");
      return end;
    }
    const startsLikeContinuation =
      next?.type === tt.parenL || next?.type === tt.bracketL || next?.type === tt.backQuote;
    const isStatementEnd = startsLikeContinuation && word !== "<" && isOnNewLine(this.#parsed, end);
    this.#drop(start, end, isStatementEnd ? ";" : "");
    return end;
  }

  #emitExport(index: number): number {
    const { tokens } = this.#parsed;
    if (tokens[index + 1]?.type !== tt._default) {
      this.#drop(index, index + 1);
      return index + 1;
    }
    const at = index + 2;
    const isAsync = textOf(this.#parsed, at) === "async" && tokens[at + 1]?.type === tt._function;
    const functionIndex = isAsync ? at + 1 : at;
    if (tokens[functionIndex]?.type === tt._function) {
      this.#drop(index, at);
      const nameIndex = tokens[functionIndex + 1]?.type === tt.star ? functionIndex + 2 : functionIndex + 1;
      if (tokens[nameIndex]?.type !== tt.name || tokens[nameIndex]?.isType) {
        this.#insert(` ${this.#defaultName()}`, this.#endOf(nameIndex - 1));
      }
      return this.#emitUntil(at, nameIndex);
    }
    const classIndex = tokens[at]?.type === tt._abstract ? at + 1 : at;
    if (tokens[classIndex]?.type === tt._class) {
      this.#drop(index, classIndex);
      return this.#emitClass(classIndex);
    }
    this.#drop(index, at, `var ${this.#defaultName()} =`);
    return at;
  }

  #emitUntil(start: number, end: number): number {
    this.#emit(start, end);
    return end;
  }

  #defaultName(): string {
    return this.#input.finalName(defaultNameOf(this.#parsed.file.name));
  }

  #emitEnum(enumIndex: number, start: number): number {
    const name = textOf(this.#parsed, enumIndex + 1);
    const earlier = this.#enums.get(name) ?? new Map<string, string | number>();
    const body = readEnumBody(this.#parsed, enumIndex, this.#enums);
    const final = this.#input.finalName(name);
    const parameter = this.#input.freshName(final);
    const known = new Map(earlier);
    this.#drop(start, body.open, `var ${final} = ((${parameter}) => {`);
    this.#from = this.#endOf(body.open);
    for (const member of body.members) {
      const key = JSON.stringify(member.name);
      this.#drop(member.nameIndex, member.nameIndex + 1);
      if (member.constant !== undefined) {
        const value = JSON.stringify(member.constant) ?? "void 0";
        const literal = typeof member.constant === "number" ? numberLiteral(member.constant) : value;
        if (member.value) this.#drop(member.value.start - 1, member.value.end);
        this.#insert(enumAssignment(parameter, key, literal, typeof member.constant === "string"), this.#from);
      } else if (member.value) {
        if (this.#mayBeString(member.value))
          throw new BundlerNeeded("a computed string in an enum", positionOfToken(this.#parsed, member.nameIndex));
        this.#insert(`${parameter}[${parameter}[${key}] = (`, this.#from);
        this.#from = this.#endOf(member.value.start - 1);
        for (let index = member.value.start; index < member.value.end; index++) {
          const reference = textOf(this.#parsed, index);
          if (
            this.#parsed.tokens[index]?.identifierRole === 0 &&
            (known.has(reference) || isMember(body.members, reference))
          ) {
            this.#replacements.set(index, `${parameter}[${JSON.stringify(reference)}]`);
          }
        }
        this.#emit(member.value.start, member.value.end);
        this.#insert(`)] = ${key};`, this.#endOf(member.value.end - 1));
      } else {
        this.#insert(`${parameter}[${key}] = void 0;`, this.#from);
      }
      const comma = member.value ? member.value.end : member.nameIndex + 1;
      if (this.#parsed.tokens[comma]?.type === tt.comma) this.#drop(comma, comma + 1);
      if (member.constant !== undefined) known.set(member.name, member.constant);
    }
    this.#enums.set(name, known);
    this.#drop(body.close, body.close + 1, `return ${parameter}; })(${final} || {});`);
    return body.close + 1;
  }

  #mayBeString(range: { readonly start: number; readonly end: number }): boolean {
    for (let index = range.start; index < range.end; index++) {
      const type = this.#parsed.tokens[index]?.type;
      if (type === tt.string || type === tt.template || type === tt.backQuote) return true;
    }
    return false;
  }

  #emitClass(classIndex: number): number {
    const body = readClassBody(this.#parsed, classIndex);
    const token = this.#parsed.tokens[classIndex];
    const isTopLevel = token?.isExpression === false && token.scopeDepth === 0 && this.#input.syntax.isModule;
    if (isTopLevel) this.#emitTopLevelClassHead(classIndex, body);
    this.#emit(isTopLevel && body.nameIndex !== null ? body.nameIndex + 1 : classIndex + 1, body.open + 1);
    this.#emitClassBody(body);
    this.#copyTo(this.#endOf(body.close));
    if (isTopLevel) this.#insert(";", this.#endOf(body.close));
    return body.close + 1;
  }

  /** A top-level class becomes a variable; inside itself it goes by a name of its own, as esbuild has it. */
  #emitTopLevelClassHead(classIndex: number, body: ClassBody): void {
    const name = body.nameIndex === null ? defaultNameOf(this.#parsed.file.name) : textOf(this.#parsed, body.nameIndex);
    const uses = this.#input.names.uses.get(name) ?? [];
    const inner = uses.filter((index) => index > classIndex + 1 && index < body.close);
    const isSelfReferring = body.nameIndex !== null && inner.length > 0;
    const innerName = isSelfReferring ? this.#input.freshName(`_${name}`) : "";
    for (const index of inner) {
      const role = this.#parsed.tokens[index]?.identifierRole;
      this.#replacements.set(index, role === 8 ? `${name}: ${innerName}` : innerName);
    }
    this.#drop(
      classIndex,
      body.nameIndex === null ? classIndex + 1 : body.nameIndex + 1,
      `var ${this.#input.finalName(name)} = class${isSelfReferring ? ` ${innerName}` : ""}`,
    );
  }

  #emitClassBody(body: ClassBody): void {
    const { definesFields } = this.#input;
    const properties = body.constructor_?.properties ?? [];
    const isMoved = (field: ClassField) => !field.isErased && !field.isStatic && field.value !== null && !definesFields;
    const movesAny = properties.length > 0 || body.fields.some((field) => isMoved(field) && !field.isPrivate);
    const moved = movesAny ? body.fields.filter(isMoved) : [];
    if (definesFields && properties.length > 0 && body.fields.some((field) => !field.isStatic && !field.isErased)) {
      throw new BundlerNeeded(
        "parameter properties beside defined class fields",
        positionOfToken(this.#parsed, body.open),
      );
    }
    const insertAt = this.#constructorInsertion(body, moved, properties);
    if (insertAt === null && moved.length > 0) {
      this.#insert(
        body.hasSuperclass ? " constructor() { super(...arguments); " : " constructor() { ",
        this.#endOf(body.open),
      );
      this.#emitInitialisers(moved, properties);
      this.#insert("}", this.#endOf(body.open));
      this.#from = this.#endOf(body.open);
    }
    let fieldIndex = 0;
    for (let index = body.open + 1; index < body.close; ) {
      const field = body.fields[fieldIndex];
      if (index === insertAt) {
        const resume = this.#endOf(index - 1);
        this.#insert(body.hasSuperclass ? "; " : " ", resume);
        this.#emitInitialisers(moved, properties);
        this.#from = resume;
      }
      if (field?.start === index) {
        fieldIndex++;
        this.#emitField(field, moved.includes(field));
        index = field.end;
      } else if (body.constructor_ && index > body.constructor_.bodyStart && index <= body.constructor_.bodyEnd) {
        const stop = insertAt !== null && insertAt > index ? insertAt : body.constructor_.bodyEnd + 1;
        index = this.#emitUntil(index, stop);
      } else {
        index = this.#emitToken(index);
      }
    }
  }

  /** The token before which moved initialisers go; null when the class has no constructor (or nothing moves). */
  #constructorInsertion(body: ClassBody, moved: readonly ClassField[], properties: readonly string[]): number | null {
    const own = body.constructor_;
    if (!own || (moved.length === 0 && properties.length === 0)) return null;
    if (body.hasSuperclass && (own.afterSuper === -1 || own.afterSuper === null)) {
      throw new BundlerNeeded("super() inside an expression or a branch", positionOfToken(this.#parsed, own.bodyStart));
    }
    const declared = this.#namesDeclaredIn(own.paramsStart, own.bodyEnd);
    for (const field of moved) {
      for (let index = field.value?.start ?? 0; index < (field.value?.end ?? 0); index++) {
        const role = this.#parsed.tokens[index]?.identifierRole;
        if ((role === 0 || role === 8) && declared.has(textOf(this.#parsed, index))) {
          throw new BundlerNeeded(
            "a class field that shares a name with its constructor",
            positionOfToken(this.#parsed, index),
          );
        }
      }
    }
    return body.hasSuperclass ? own.afterSuper : own.bodyStart + 1;
  }

  #namesDeclaredIn(start: number, end: number): ReadonlySet<string> {
    const declared = new Set<string>();
    for (let index = start; index < end; index++) {
      if (this.#parsed.tokens[index]?.isType) continue;
      const role = this.#parsed.tokens[index]?.identifierRole ?? 0;
      if (role >= 2 && role <= 7) declared.add(textOf(this.#parsed, index));
    }
    return declared;
  }

  #emitInitialisers(fields: readonly ClassField[], properties: readonly string[]): void {
    for (const name of properties) this.#writer.insertUnmapped(`this.${name} = ${name}; `);
    for (const field of fields) {
      this.#writer.insert(
        `this${field.isPrivate ? `.#${textOf(this.#parsed, field.nameIndex)}` : this.#memberAccess(field)} = `,
        this.#input.sourceIndex,
        this.#source,
        this.#start(field.nameIndex),
      );
      this.#emitFieldValue(field);
      this.#writer.insertUnmapped("; ");
    }
  }

  #emitFieldValue(field: ClassField): void {
    if (!field.value) return;
    this.#from = this.#start(field.value.start);
    this.#emit(field.value.start, field.value.end);
    this.#copyTo(this.#endOf(field.value.end - 1));
  }

  #memberAccess(field: ClassField): string {
    const name = textOf(this.#parsed, field.nameIndex);
    const type = this.#parsed.tokens[field.nameIndex]?.type;
    return type === tt.string || type === tt.num ? `[${name}]` : `.${name}`;
  }

  #emitField(field: ClassField, isMoved: boolean): void {
    const { definesFields } = this.#input;
    if (field.isErased) {
      this.#drop(field.start, field.end, ";");
      return;
    }
    if (field.isPrivate || definesFields) {
      if (isMoved) this.#drop(field.start, field.end, `#${textOf(this.#parsed, field.nameIndex)};`);
      else this.#emit(field.start, field.end);
      return;
    }
    if (field.isComputed)
      throw new BundlerNeeded("a class field with a computed name", positionOfToken(this.#parsed, field.nameIndex));
    if (!field.isStatic || !field.value) {
      this.#drop(field.start, field.end);
      return;
    }
    this.#drop(field.start, field.value.start, `static { this${this.#memberAccess(field)} = `);
    this.#emitFieldValue(field);
    this.#insert("; }", this.#endOf(field.value.end - 1));
    const last = field.end - 1;
    if (last >= field.value.end) this.#drop(last, field.end);
  }
}

const NO_STATEMENT: ReadonlySet<string> = new Set(["as", "satisfies"]);

function isMember(members: readonly { readonly name: string }[], name: string): boolean {
  return members.some((member) => member.name === name);
}

function enumAssignment(parameter: string, key: string, value: string, isString: boolean): string {
  return isString ? `${parameter}[${key}] = ${value};` : `${parameter}[${parameter}[${key}] = ${value}] = ${key};`;
}

/** Source text for a number, also for those that have no literal. */
export function numberLiteral(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "Infinity" : "(-Infinity)";
  return value < 0 || Object.is(value, -0) ? `(${Object.is(value, -0) ? "-0" : value})` : String(value);
}

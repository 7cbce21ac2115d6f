/** Writes one file of the bundle: its code without types, imports and exports, with names as the bundle uses them. */
import { BundlerNeeded } from "../bundler-needed.ts";
import { defaultNameOf } from "../modules/module-syntax.ts";
import { type ParsedFile, positionOfToken, textOf } from "../parse/parse.ts";
import { afterTypes } from "../parse/skip-types.ts";
import { isOnNewLine } from "../parse/statement-start.ts";
import { tt } from "../parse/token-type.ts";
import { ClassEmitter } from "./emit-class.ts";
import type { EmitContext, EmitInput } from "./emit-context.ts";
import { EnumEmitter } from "./emit-enum.ts";
import { FileOutput } from "./file-output.ts";
import type { SourceWriter } from "./source-writer.ts";

/** @throws BundlerNeeded */
export function emitFile(input: EmitInput, writer: SourceWriter): void {
  new Emitter(input, writer).emitAll();
}

class Emitter implements EmitContext {
  readonly input: EmitInput;
  readonly parsed: ParsedFile;
  readonly output: FileOutput;
  readonly replacements: Map<number, string>;
  readonly #enums = new EnumEmitter(this);
  readonly #classes = new ClassEmitter(this);

  constructor(input: EmitInput, writer: SourceWriter) {
    this.input = input;
    this.parsed = input.parsed;
    this.output = new FileOutput(input.parsed, input.sourceIndex, writer);
    this.replacements = new Map(input.replacements);
  }

  emitAll(): void {
    const { tokens, file } = this.parsed;
    this.output.from = /^#!.*/.exec(file.text)?.[0].length ?? 0;
    this.emit(0, tokens.length - 1);
    this.output.copyTo(file.text.length);
  }

  emit(start: number, end: number): number {
    for (let index = start; index < end; ) index = this.emitToken(index);
    return end;
  }

  /** Writes what begins at a token and returns the index after it. */
  emitToken(index: number): number {
    const { output } = this;
    const token = this.parsed.tokens[index];
    if (!token) return index + 1;
    if (token.isType) return this.#emitType(index);
    const removedTo = this.input.syntax.removed.get(index);
    if (removedTo !== undefined) {
      output.drop(index, removedTo, ";");
      return removedTo;
    }
    const replacement = this.replacements.get(index);
    if (replacement !== undefined) {
      output.replace(index, replacement);
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
        output.drop(index, index + 1);
        return index + 1;
      case tt._export:
        return this.#emitExport(index);
      case tt._const:
      case tt._let:
        return this.#emitVariable(index);
      case tt._enum:
        return this.#enums.emit(index, index);
      case tt._class:
        return this.#classes.emit(index);
      default:
        return index + 1;
    }
  }

  #emitVariable(index: number): number {
    const { output } = this;
    const { tokens } = this.parsed;
    if (tokens[index + 1]?.type === tt._enum) return this.#enums.emit(index + 1, index);
    // esbuild turns the top-level let and const of a module into var, so that none is ever "not yet initialised".
    if (this.input.syntax.isModule && tokens[index]?.scopeDepth === 0) output.replace(index, "var");
    return index + 1;
  }

  #emitType(start: number): number {
    const { output } = this;
    const { tokens } = this.parsed;
    const end = afterTypes(this.parsed, start);
    const first = tokens[start];
    const before = tokens[start - 1];
    const next = tokens[end];
    const word = textOf(this.parsed, start);
    const breaksLine = /[\r\n]/.test(this.parsed.file.text.slice(output.start(start), next?.start ?? 0));
    const breaksBefore = isOnNewLine(this.parsed, start);
    if ((breaksLine || breaksBefore) && (next?.type === tt.arrow || textOf(this.parsed, start - 1) === "async")) {
      output.copyTo(before?.end ?? 0);
      output.from = next?.start ?? output.from;
      return end;
    }
    if (breaksLine && (before?.type === tt._return || before?.type === tt._yield)) {
      throw new BundlerNeeded("a type over several lines after return", positionOfToken(this.parsed, start));
    }
    if (/^[a-z]/.test(word) && !NO_STATEMENT.has(word) && first?.type !== tt._implements && first?.type !== tt._this) {
      output.drop(start, end, ";");
      return end;
    }
    const startsLikeContinuation =
      next?.type === tt.parenL || next?.type === tt.bracketL || next?.type === tt.backQuote;
    const isStatementEnd = startsLikeContinuation && word !== "<" && isOnNewLine(this.parsed, end);
    output.drop(start, end, isStatementEnd ? ";" : "");
    return end;
  }

  #emitExport(index: number): number {
    const { output } = this;
    const { tokens } = this.parsed;
    if (tokens[index + 1]?.type !== tt._default) {
      output.drop(index, index + 1);
      return index + 1;
    }
    const at = index + 2;
    const isAsync = textOf(this.parsed, at) === "async" && tokens[at + 1]?.type === tt._function;
    const functionIndex = isAsync ? at + 1 : at;
    if (tokens[functionIndex]?.type === tt._function) {
      output.drop(index, at);
      const nameIndex = tokens[functionIndex + 1]?.type === tt.star ? functionIndex + 2 : functionIndex + 1;
      if (tokens[nameIndex]?.type !== tt.name || tokens[nameIndex]?.isType) {
        output.insert(` ${this.#defaultName()}`, output.endOf(nameIndex - 1));
      }
      return this.emit(at, nameIndex);
    }
    const classIndex = tokens[at]?.type === tt._abstract ? at + 1 : at;
    if (tokens[classIndex]?.type === tt._class) {
      output.drop(index, classIndex);
      return this.#classes.emit(classIndex);
    }
    output.drop(index, at, `var ${this.#defaultName()} =`);
    return at;
  }

  #defaultName(): string {
    return this.input.finalName(defaultNameOf(this.parsed.file.name));
  }
}

const NO_STATEMENT: ReadonlySet<string> = new Set(["as", "satisfies"]);

/** Writes classes as production's bundler does: fields move into the constructor, a top-level class becomes a variable. */
import { BundlerNeeded } from "../bundler-needed.ts";
import { defaultNameOf } from "../modules/module-syntax.ts";
import { type ClassBody, type ClassField, readClassBody } from "../parse/class-body.ts";
import { positionOfToken, textOf } from "../parse/parse.ts";
import { tt } from "../parse/token-type.ts";
import type { EmitContext } from "./emit-context.ts";

export class ClassEmitter {
  readonly #emitting: EmitContext;

  constructor(emitting: EmitContext) {
    this.#emitting = emitting;
  }

  /** Writes the class of a `class` keyword and returns the index after it. */
  emit(classIndex: number): number {
    const { output } = this.#emitting;
    const body = readClassBody(this.#emitting.parsed, classIndex);
    const token = this.#emitting.parsed.tokens[classIndex];
    const isTopLevel = token?.isExpression === false && token.scopeDepth === 0 && this.#emitting.input.syntax.isModule;
    if (isTopLevel) this.#emitTopLevelClassHead(classIndex, body);
    this.#emitting.emit(isTopLevel && body.nameIndex !== null ? body.nameIndex + 1 : classIndex + 1, body.open + 1);
    this.#emitClassBody(body);
    output.copyTo(output.endOf(body.close));
    if (isTopLevel) output.insert(";", output.endOf(body.close));
    return body.close + 1;
  }

  /** A top-level class becomes a variable; inside itself it goes by a name of its own, as esbuild has it. */
  #emitTopLevelClassHead(classIndex: number, body: ClassBody): void {
    const { output } = this.#emitting;
    const name =
      body.nameIndex === null
        ? defaultNameOf(this.#emitting.parsed.file.name)
        : textOf(this.#emitting.parsed, body.nameIndex);
    const uses = this.#emitting.input.names.uses.get(name) ?? [];
    const inner = uses.filter((index) => index > classIndex + 1 && index < body.close);
    const isSelfReferring = body.nameIndex !== null && inner.length > 0;
    const innerName = isSelfReferring ? this.#emitting.input.freshName(`_${name}`) : "";
    for (const index of inner) {
      const role = this.#emitting.parsed.tokens[index]?.identifierRole;
      this.#emitting.replacements.set(index, role === 8 ? `${name}: ${innerName}` : innerName);
    }
    output.drop(
      classIndex,
      body.nameIndex === null ? classIndex + 1 : body.nameIndex + 1,
      `var ${this.#emitting.input.finalName(name)} = class${isSelfReferring ? ` ${innerName}` : ""}`,
    );
  }

  #emitClassBody(body: ClassBody): void {
    const { output } = this.#emitting;
    const { definesFields } = this.#emitting.input;
    const properties = body.constructor_?.properties ?? [];
    const isMoved = (field: ClassField) => !field.isErased && !field.isStatic && field.value !== null && !definesFields;
    const movesAny = properties.length > 0 || body.fields.some((field) => isMoved(field) && !field.isPrivate);
    const moved = movesAny ? body.fields.filter(isMoved) : [];
    if (definesFields && properties.length > 0 && body.fields.some((field) => !field.isStatic && !field.isErased)) {
      throw new BundlerNeeded(
        "parameter properties beside defined class fields",
        positionOfToken(this.#emitting.parsed, body.open),
      );
    }
    const insertAt = this.#constructorInsertion(body, moved, properties);
    if (insertAt === null && moved.length > 0) {
      output.insert(
        body.hasSuperclass ? " constructor() { super(...arguments); " : " constructor() { ",
        output.endOf(body.open),
      );
      this.#emitInitialisers(moved, properties);
      output.insert("}", output.endOf(body.open));
      output.from = output.endOf(body.open);
    }
    let fieldIndex = 0;
    for (let index = body.open + 1; index < body.close; ) {
      const field = body.fields[fieldIndex];
      if (index === insertAt) {
        const resume = output.endOf(index - 1);
        output.insert(body.hasSuperclass ? "; " : " ", resume);
        this.#emitInitialisers(moved, properties);
        output.from = resume;
      }
      if (field?.start === index) {
        fieldIndex++;
        this.#emitField(field, moved.includes(field));
        index = field.end;
      } else if (body.constructor_ && index > body.constructor_.bodyStart && index <= body.constructor_.bodyEnd) {
        const stop = insertAt !== null && insertAt > index ? insertAt : body.constructor_.bodyEnd + 1;
        index = this.#emitting.emit(index, stop);
      } else {
        index = this.#emitting.emitToken(index);
      }
    }
  }

  /** The token before which moved initialisers go; null when the class has no constructor (or nothing moves). */
  #constructorInsertion(body: ClassBody, moved: readonly ClassField[], properties: readonly string[]): number | null {
    const own = body.constructor_;
    if (!own || (moved.length === 0 && properties.length === 0)) return null;
    if (body.hasSuperclass && (own.afterSuper === -1 || own.afterSuper === null)) {
      throw new BundlerNeeded(
        "super() inside an expression or a branch",
        positionOfToken(this.#emitting.parsed, own.bodyStart),
      );
    }
    const declared = this.#namesDeclaredIn(own.paramsStart, own.bodyEnd);
    for (const field of moved) {
      for (let index = field.value?.start ?? 0; index < (field.value?.end ?? 0); index++) {
        const role = this.#emitting.parsed.tokens[index]?.identifierRole;
        if ((role === 0 || role === 8) && declared.has(textOf(this.#emitting.parsed, index))) {
          throw new BundlerNeeded(
            "a class field that shares a name with its constructor",
            positionOfToken(this.#emitting.parsed, index),
          );
        }
      }
    }
    return body.hasSuperclass ? own.afterSuper : own.bodyStart + 1;
  }

  #namesDeclaredIn(start: number, end: number): ReadonlySet<string> {
    const declared = new Set<string>();
    for (let index = start; index < end; index++) {
      if (this.#emitting.parsed.tokens[index]?.isType) continue;
      const role = this.#emitting.parsed.tokens[index]?.identifierRole ?? 0;
      if (role >= 2 && role <= 7) declared.add(textOf(this.#emitting.parsed, index));
    }
    return declared;
  }

  #emitInitialisers(fields: readonly ClassField[], properties: readonly string[]): void {
    const { output } = this.#emitting;
    for (const name of properties) output.add(`this.${name} = ${name}; `);
    for (const field of fields) {
      output.place(
        `this${field.isPrivate ? `.#${textOf(this.#emitting.parsed, field.nameIndex)}` : this.#memberAccess(field)} = `,
        output.start(field.nameIndex),
      );
      this.#emitFieldValue(field);
      output.add("; ");
    }
  }

  #emitFieldValue(field: ClassField): void {
    const { output } = this.#emitting;
    if (!field.value) return;
    output.from = output.start(field.value.start);
    this.#emitting.emit(field.value.start, field.value.end);
    output.copyTo(output.endOf(field.value.end - 1));
  }

  #memberAccess(field: ClassField): string {
    const name = textOf(this.#emitting.parsed, field.nameIndex);
    const type = this.#emitting.parsed.tokens[field.nameIndex]?.type;
    return type === tt.string || type === tt.num ? `[${name}]` : `.${name}`;
  }

  #emitField(field: ClassField, isMoved: boolean): void {
    const { output } = this.#emitting;
    const { definesFields } = this.#emitting.input;
    if (field.isErased) {
      output.drop(field.start, field.end, ";");
      return;
    }
    if (field.isPrivate || definesFields) {
      if (isMoved) output.drop(field.start, field.end, `#${textOf(this.#emitting.parsed, field.nameIndex)};`);
      else this.#emitting.emit(field.start, field.end);
      return;
    }
    if (field.isComputed)
      throw new BundlerNeeded(
        "a class field with a computed name",
        positionOfToken(this.#emitting.parsed, field.nameIndex),
      );
    if (!field.isStatic || !field.value) {
      output.drop(field.start, field.end);
      return;
    }
    output.drop(field.start, field.value.start, `static { this${this.#memberAccess(field)} = `);
    this.#emitFieldValue(field);
    output.insert("; }", output.endOf(field.value.end - 1));
    const last = field.end - 1;
    if (last >= field.value.end) output.drop(last, field.end);
  }
}

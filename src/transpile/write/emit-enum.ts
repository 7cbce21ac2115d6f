/** Writes enums as production's bundler does. */
import { BundlerNeeded } from "../bundler-needed.ts";
import { numberLiteral } from "../modules/enum-constants.ts";
import { readEnumBody } from "../parse/enum-body.ts";
import { type ParsedFile, positionOfToken, textOf } from "../parse/parse.ts";
import { tt } from "../parse/token-type.ts";
import type { EmitContext } from "./emit-context.ts";

export class EnumEmitter {
  readonly #emitting: EmitContext;
  readonly #enums = new Map<string, Map<string, string | number>>();

  constructor(emitting: EmitContext) {
    this.#emitting = emitting;
  }

  /** Writes the enum whose statement begins at `start` and returns the index after it. */
  emit(enumIndex: number, start: number): number {
    const { parsed, input, output, replacements } = this.#emitting;
    const name = textOf(parsed, enumIndex + 1);
    const earlier = this.#enums.get(name) ?? new Map<string, string | number>();
    const body = readEnumBody(parsed, enumIndex, this.#enums);
    const final = input.finalName(name);
    const parameter = input.freshName(final);
    const known = new Map(earlier);
    output.drop(start, body.open, `var ${final} = ((${parameter}) => {`);
    output.from = output.endOf(body.open);
    for (const member of body.members) {
      const key = JSON.stringify(member.name);
      output.drop(member.nameIndex, member.nameIndex + 1);
      if (member.constant !== undefined) {
        const value = JSON.stringify(member.constant) ?? "void 0";
        const literal = typeof member.constant === "number" ? numberLiteral(member.constant) : value;
        if (member.value) output.drop(member.value.start - 1, member.value.end);
        output.insert(enumAssignment(parameter, key, literal, typeof member.constant === "string"), output.from);
      } else if (member.value) {
        if (mayBeString(parsed, member.value))
          throw new BundlerNeeded("a computed string in an enum", positionOfToken(parsed, member.nameIndex));
        output.insert(`${parameter}[${parameter}[${key}] = (`, output.from);
        output.from = output.endOf(member.value.start - 1);
        for (let index = member.value.start; index < member.value.end; index++) {
          const reference = textOf(parsed, index);
          if (
            parsed.tokens[index]?.identifierRole === 0 &&
            (known.has(reference) || isMember(body.members, reference))
          ) {
            replacements.set(index, `${parameter}[${JSON.stringify(reference)}]`);
          }
        }
        this.#emitting.emit(member.value.start, member.value.end);
        output.insert(`)] = ${key};`, output.endOf(member.value.end - 1));
      } else {
        output.insert(`${parameter}[${key}] = void 0;`, output.from);
      }
      const comma = member.value ? member.value.end : member.nameIndex + 1;
      if (parsed.tokens[comma]?.type === tt.comma) output.drop(comma, comma + 1);
      if (member.constant !== undefined) known.set(member.name, member.constant);
    }
    this.#enums.set(name, known);
    output.drop(body.close, body.close + 1, `return ${parameter}; })(${final} || {});`);
    return body.close + 1;
  }
}

function mayBeString(parsed: ParsedFile, range: { readonly start: number; readonly end: number }): boolean {
  for (let index = range.start; index < range.end; index++) {
    const type = parsed.tokens[index]?.type;
    if (type === tt.string || type === tt.template || type === tt.backQuote) return true;
  }
  return false;
}

function isMember(members: readonly { readonly name: string }[], name: string): boolean {
  return members.some((member) => member.name === name);
}

function enumAssignment(parameter: string, key: string, value: string, isString: boolean): string {
  return isString ? `${parameter}[${key}] = ${value};` : `${parameter}[${parameter}[${key}] = ${value}] = ${key};`;
}

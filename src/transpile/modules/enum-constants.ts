/** The constants among the members of a file's enums, which production's bundler writes in place of their uses. */
import type { Names } from "../names/resolve-names.ts";
import { readEnumBody } from "../parse/enum-body.ts";
import { type ParsedFile, textOf } from "../parse/parse.ts";
import { tt } from "../parse/token-type.ts";

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

/** Source text for a number, also for those that have no literal. */
export function numberLiteral(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "Infinity" : "(-Infinity)";
  return value < 0 || Object.is(value, -0) ? `(${Object.is(value, -0) ? "-0" : value})` : String(value);
}

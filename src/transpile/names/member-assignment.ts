/** Tells whether a member of a name is assigned: `lib.x = 1`, `(lib as any).x++`. */
import { type ParsedFile, textOf } from "../parse/parse.ts";
import { skipTypes } from "../parse/skip-types.ts";
import { tt } from "../parse/token-type.ts";

/** The assigned member's name, or null. @param index the token of the name that stands before the dot. */
export function assignedMember(parsed: ParsedFile, index: number): string | null {
  const { tokens } = parsed;
  let before = skipTypes(parsed, index - 1, -1);
  let after = skipTypes(parsed, index + 1, 1);
  while (tokens[before]?.type === tt.parenL && tokens[after]?.type === tt.parenR) {
    before = skipTypes(parsed, before - 1, -1);
    after = skipTypes(parsed, after + 1, 1);
  }
  if (tokens[after]?.type !== tt.dot || tokens[after + 1]?.type !== tt.name) return null;
  const next = tokens[skipTypes(parsed, after + 2, 1)]?.type;
  const isAssigned = next === tt.eq || next === tt.assign || next === tt.postIncDec;
  return isAssigned || (tokens[before]?.type === tt.preIncDec && !CONTINUES.has(next ?? -1))
    ? textOf(parsed, after + 1)
    : null;
}

const CONTINUES: ReadonlySet<number> = new Set([tt.dot, tt.questionDot, tt.bracketL, tt.parenL]);

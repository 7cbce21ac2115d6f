/** Tells whether a member of a name is assigned: `lib.x = 1`, `(lib as any).x++`. */
import { type ParsedFile, textOf } from "./parse.ts";
import { tt } from "./token-type.ts";

/** The assigned member's name, or null. @param index the token of the name that stands before the dot. */
export function assignedMember(parsed: ParsedFile, index: number): string | null {
  const { tokens } = parsed;
  const isSkipped = (at: number) => tokens[at]?.isType || tokens[at]?.type === tt.nonNullAssertion;
  let before = index - 1;
  let after = index + 1;
  for (;;) {
    while (isSkipped(before)) before--;
    while (isSkipped(after)) after++;
    if (tokens[before]?.type !== tt.parenL || tokens[after]?.type !== tt.parenR) break;
    before--;
    after++;
  }
  if (tokens[after]?.type !== tt.dot || tokens[after + 1]?.type !== tt.name) return null;
  let end = after + 2;
  while (isSkipped(end)) end++;
  const next = tokens[end]?.type;
  const isAssigned = next === tt.eq || next === tt.assign || next === tt.postIncDec;
  return isAssigned || (tokens[before]?.type === tt.preIncDec && !CONTINUES.has(next ?? -1))
    ? textOf(parsed, after + 1)
    : null;
}

const CONTINUES: ReadonlySet<number> = new Set([tt.dot, tt.questionDot, tt.bracketL, tt.parenL]);

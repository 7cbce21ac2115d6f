/** Tells where the use of a variable gives it a value: `a = 1`, `a++`, `[a] = …`, `for (a of …)`. */
import { closeOf } from "../parse/brackets.ts";
import { type ParsedFile, textOf } from "../parse/parse.ts";
import { skipTypes } from "../parse/skip-types.ts";
import { tt } from "../parse/token-type.ts";

/** Whether a token that uses a variable gives it a value. */
export function isAssigned(parsed: ParsedFile, tokenIndex: number): boolean {
  const { tokens } = parsed;
  let before = skipTypes(parsed, tokenIndex - 1, -1);
  let after = skipTypes(parsed, tokenIndex + 1, 1);
  while (tokens[before]?.type === tt.parenL && tokens[after]?.type === tt.parenR) {
    const head = tokens[before - 1]?.type;
    if (head !== undefined && (head === tt._if || head === tt._while || head === tt._for || head === tt._with)) break;
    before = skipTypes(parsed, before - 1, -1);
    after = skipTypes(parsed, after + 1, 1);
  }
  const next = tokens[after]?.type;
  const previous = tokens[before]?.type;
  if (next !== undefined && READS_MEMBER.has(next)) return false;
  if (previous === tt.preIncDec || next === tt.postIncDec || next === tt.assign) {
    return previous !== tt.dot && previous !== tt.questionDot;
  }
  if (next === tt.eq) return true;
  const isLoopTarget =
    previous === tt.parenL &&
    tokens[before - 1]?.type === tt._for &&
    (next === tt._in || textOf(parsed, after) === "of");
  return isLoopTarget || isInAssignedPattern(parsed, before, after);
}

/** A target directly inside `[a, b] = …` or `({ a, b: c } = …)`. */
function isInAssignedPattern(parsed: ParsedFile, before: number, after: number): boolean {
  const { tokens, parents } = parsed;
  const previous = tokens[before]?.type;
  const next = tokens[after]?.type;
  const isElement =
    (previous === tt.bracketL ||
      previous === tt.braceL ||
      previous === tt.comma ||
      previous === tt.colon ||
      previous === tt.ellipsis) &&
    (next === tt.comma || next === tt.bracketR || next === tt.braceR);
  const opens = previous === tt.bracketL || previous === tt.braceL;
  const open = opens ? before : (parents[before] ?? -1);
  if (!isElement || isMemberAccess(parsed, open)) return false;
  for (let at = open; at !== -1 && tokens[at]?.type !== tt.parenL; at = parents[at] ?? -1) {
    if (tokens[closeOf(parsed, at) + 1]?.type === tt.eq) return true;
  }
  return false;
}

/** Whether a bracket reads a member (`a[b] = …`), as against opening a pattern. */
function isMemberAccess(parsed: ParsedFile, open: number): boolean {
  const { tokens } = parsed;
  if (tokens[open]?.type !== tt.bracketL) return tokens[open]?.type !== tt.braceL;
  const head = tokens[skipTypes(parsed, open - 1, -1)]?.type;
  return head !== undefined && ENDS_VALUE.has(head);
}

const ENDS_VALUE: ReadonlySet<number> = new Set([
  tt.name,
  tt.string,
  tt.parenR,
  tt.bracketR,
  tt.backQuote,
  tt.questionDot,
  tt._this,
  tt._super,
  tt.regexp,
]);

const READS_MEMBER: ReadonlySet<number> = new Set([tt.dot, tt.questionDot, tt.bracketL, tt.parenL, tt.backQuote]);

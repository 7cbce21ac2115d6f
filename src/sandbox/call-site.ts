/** Where a call stands: the engine notes its last argument, production's stack the name of what is called. */
import { type Bracket, openBrackets } from "./brackets.ts";

export type Place = { readonly line: number; readonly column: number };

/**
 * @param place 1-based, as the engine gives it.
 * @param names what the called function may be called at the place; empty when an assignment made the call.
 * @param isFailure whether production's line is wanted: that of what stands first between the parentheses.
 * @returns the place of the call around it, or of the expression around an assigned value; the same place when there is none.
 */
export function callSite(code: string, place: Place, names: readonly string[], isFailure = false): Place {
  const offset = offsetOf(code, place);
  const word = /^[\p{ID_Continue}$#]+/u.exec(code.slice(offset))?.[0] ?? "";
  const behind = names.includes(word) ? /^\s*\(/u.exec(code.slice(offset + word.length)) : null;
  if (behind) return isFailure ? argumentPlace(code, offset, offset + word.length + behind[0].length) : place;
  const around = expressionAround(openBrackets(code, offset));
  const called = names.length === 0 ? around[0] : around.findLast(({ name }) => names.includes(name));
  if (!called) return place;
  return isFailure && names.length > 0 ? argumentPlace(code, called.from, called.at + 1) : placeOf(code, called.from);
}

function argumentPlace(code: string, called: number, inside: number): Place {
  const first = inside + (/^\s*/u.exec(code.slice(inside))?.[0].length ?? 0);
  const isMade = /\bnew\s+[\w$.]*$/u.test(code.slice(0, called));
  return placeOf(code, !isMade && code.slice(called, first).includes("\n") ? first : called);
}

/** The brackets of the expression at the place: those inside the nearest block. */
function expressionAround(open: readonly Bracket[]): readonly Bracket[] {
  return open.slice(open.findLastIndex(({ kind }) => kind === "block") + 1);
}

export function offsetOf(code: string, { line, column }: Place): number {
  let start = 0;
  for (let passed = 1; passed < line; passed++) start = code.indexOf("\n", start) + 1;
  return start + column - 1;
}

export function placeOf(code: string, offset: number): Place {
  const before = code.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

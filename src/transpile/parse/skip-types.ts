/** Steps over what is gone at run time: the parser marks each token of a type. */
import type { ParsedFile } from "./parse.ts";
import { tt } from "./token-type.ts";

/** The first token from `index` on that is no type's. */
export function afterTypes({ tokens }: ParsedFile, index: number): number {
  let at = index;
  while (tokens[at]?.isType) at++;
  return at;
}

/** The next token, forward or back, that is there at run time: no type's, and no `!` behind a value. */
export function skipTypes({ tokens }: ParsedFile, index: number, step: 1 | -1): number {
  let at = index;
  while (tokens[at]?.isType || tokens[at]?.type === tt.nonNullAssertion) at += step;
  return at;
}

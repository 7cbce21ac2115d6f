/** Which bracket of a file closes which, and which one stands around each token; found once, in one pass. */
import type { ParserToken } from "sucrase/dist/parser/index.js";
import { tt } from "./token-type.ts";

export type Brackets = {
  /** For an opening bracket the token that closes it, and the other way round; -1 for what is no bracket or has no partner. */
  readonly partners: Int32Array;
  /** The opening bracket that stands nearest around a token; -1 at the top. A bracket's own is the one around it. */
  readonly parents: Int32Array;
};

/** The angle brackets of types are brackets too. */
export function bracketsOf(tokens: readonly ParserToken[]): Brackets {
  const partners = new Int32Array(tokens.length).fill(-1);
  const parents = new Int32Array(tokens.length);
  let parent = -1;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    switch (token?.type) {
      case tt.braceR:
      case tt.parenR:
      case tt.bracketR:
        while (tokens[parent]?.type === tt.lessThan) parent = parents[parent] ?? -1;
        parent = close(index, parent);
        break;
      case tt.greaterThan:
        if (token.isType && tokens[parent]?.type === tt.lessThan) parent = close(index, parent);
        break;
    }
    parents[index] = parent;
    const opens = OPENING.has(token?.type ?? -1) || (token?.type === tt.lessThan && token.isType);
    if (opens) parent = index;
  }
  return { partners, parents };

  function close(index: number, open: number): number {
    if (open === -1) return -1;
    partners[open] = index;
    partners[index] = open;
    return parents[open] ?? -1;
  }
}

/** The index of the bracket that closes the one at `open`; the last token where it stays open. */
export function closeOf({ partners }: Brackets, open: number): number {
  const close = partners[open] ?? -1;
  return close === -1 ? partners.length - 1 : close;
}

const OPENING: ReadonlySet<number> = new Set([tt.braceL, tt.parenL, tt.bracketL, tt.dollarBraceL]);

/** Where a call stands: the engine notes its last argument, production's stack the name of what is called. */
import { type Bracket, Brackets, countBelow } from "./brackets.ts";

export type Place = { readonly line: number; readonly column: number };

/** Finds the calls of a unit's code: its lines and its brackets are read once, however many places are asked about. */
export class CallSites {
  readonly #code: string;
  readonly #brackets: Brackets;
  readonly #lineStarts: number[] = [];
  readonly #inlined: (offset: number) => number | undefined;

  /** @param inlined where what the bundler puts in the place of a name stands. */
  constructor(code: string, inlined: (offset: number) => number | undefined = () => undefined) {
    this.#code = code;
    this.#inlined = inlined;
    this.#brackets = new Brackets(code);
    for (let start = 0; start >= 0; ) {
      this.#lineStarts.push(start);
      start = code.indexOf("\n", start) + 1 || -1;
    }
  }

  /**
   * @param place 1-based, as the engine gives it.
   * @param names what the called function may be called at the place; empty when an assignment made the call.
   * @param isFailure whether production's line is wanted: that of what stands first between the parentheses.
   * @returns the place of the call around it, or of the expression around an assigned value; the same place when there is none.
   */
  find(place: Place, names: readonly string[], isFailure = false): Place {
    const code = this.#code;
    const offset = (this.#lineStarts[place.line - 1] ?? 0) + place.column - 1;
    const word = matchAt(WORD, code, offset)?.[0] ?? "";
    const behind = names.includes(word) ? matchAt(PARENTHESIS, code, offset + word.length) : null;
    if (behind) return isFailure ? this.#argument(offset, offset + word.length + behind[0].length) : place;
    const around = expressionAround(this.#brackets.openAt(offset));
    const called = names.length === 0 ? around[0] : around.findLast(({ name }) => names.includes(name));
    if (!called) return place;
    return isFailure && names.length > 0 ? this.#argument(called.from, called.at + 1) : this.#placeOf(called.from);
  }

  #argument(called: number, inside: number): Place {
    const code = this.#code;
    const first = inside + (matchAt(/\s*/uy, code, inside)?.[0].length ?? 0);
    const isMade = /\bnew\s+[\w$.]*$/u.test(code.slice(0, called));
    if (isMade) return this.#placeOf(called);
    return this.#placeOf(this.#inlined(first) ?? (code.slice(called, first).includes("\n") ? first : called));
  }

  #placeOf(offset: number): Place {
    const line = countBelow(this.#lineStarts, offset + 1);
    return { line, column: offset - (this.#lineStarts[line - 1] ?? 0) + 1 };
  }
}

const WORD = /[\p{ID_Continue}$#]+/uy;
const PARENTHESIS = /\s*\(/uy;

function matchAt(sticky: RegExp, code: string, offset: number): RegExpExecArray | null {
  sticky.lastIndex = offset;
  return sticky.exec(code);
}

/** The brackets of the expression at the place: those inside the nearest block. */
function expressionAround(open: readonly Bracket[]): readonly Bracket[] {
  return open.slice(open.findLastIndex(({ kind }) => kind === "block") + 1);
}

/** Finds the brackets around places in JavaScript, by one scan that knows strings, templates, comments and regular expressions. */

/** An open bracket: where it stands, and the word before it. Offsets into the code. */
export type Bracket = {
  readonly kind: "call" | "literal" | "block";
  readonly at: number;
  /** Where what precedes the bracket begins: the name of what is called, else the bracket itself. */
  readonly from: number;
  /** The name before a call's bracket; "" when it is no plain name. */
  readonly name: string;
};

type Word = { readonly from: number; readonly text: string };

const KEYWORDS_BEFORE_EXPRESSION = new Set(
  "return typeof instanceof in of new delete void throw case do else await yield".split(" "),
);
const KEYWORDS_BEFORE_PARENTHESIS = new Set(
  "if for while switch catch with function return await typeof in of".split(" "),
);
const PARTS =
  /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|[\p{ID_Start}$_#][\p{ID_Continue}$\u200c\u200d]*|\.?\d[\w.]*|=>|[\s\S]/uy;
const REGULAR_EXPRESSION = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/uy;
const TEMPLATE_TEXT = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*/uy;

type Open = { readonly bracket: Bracket | null; readonly outer: Open | null };

/** Reads its code once, and no further than it was asked about. */
export class Brackets {
  readonly #code: string;
  #at = 0;
  #last: Word = { from: 0, text: "" };
  /** The innermost bracket; one of a template, null, holds its place. */
  #open: Open | null = null;
  /** Where what is open changed, in order, and to what. */
  readonly #changedAt: number[] = [];
  readonly #changedTo: (Open | null)[] = [];

  constructor(code: string) {
    this.#code = code;
  }

  /** The brackets open at an offset, outermost first. */
  openAt(offset: number): readonly Bracket[] {
    while (this.#at < offset) this.#readPart();
    let open = this.#changedTo[countBelow(this.#changedAt, offset) - 1] ?? null;
    const brackets: Bracket[] = [];
    for (; open; open = open.outer) if (open.bracket) brackets.unshift(open.bracket);
    return brackets;
  }

  #readPart(): void {
    const from = this.#at;
    const expression =
      this.#code[from] === "/" && isBeforeExpression(this.#last.text) ? this.#take(REGULAR_EXPRESSION) : undefined;
    const part = expression ?? this.#take(PARTS) ?? " ";
    this.#at += part.length;
    if (/^(?:\s|\/\/|\/\*)/u.test(part)) return;
    const isClosing = part === ")" || part === "]" || part === "}";
    const closed = isClosing ? this.#open : null;
    if (part === "(" || part === "[" || part === "{") {
      this.#change(from, { bracket: bracketAfter(this.#last, part, from), outer: this.#open });
    } else if (closed) this.#change(from, closed.outer);
    if (part === "`" || (closed && !closed.bracket)) this.#readTemplate(from);
    else this.#last = { from, text: part };
  }

  #readTemplate(from: number): void {
    this.#at += this.#take(TEMPLATE_TEXT)?.length ?? 0;
    const isExpression = this.#code[this.#at] === "$";
    if (isExpression) this.#change(from, { bracket: null, outer: this.#open });
    this.#at += isExpression ? 2 : 1;
    this.#last = { from: this.#at, text: isExpression ? "${" : "`" };
  }

  #change(at: number, open: Open | null): void {
    this.#open = open;
    this.#changedAt.push(at);
    this.#changedTo.push(open);
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#code)?.[0];
  }
}

/** @returns how many of the ascending numbers are below `limit`. */
export function countBelow(ascending: readonly number[], limit: number): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ascending[middle] ?? 0) < limit) from = middle + 1;
    else to = middle;
  }
  return from;
}

function bracketAfter({ from, text }: Word, part: string, at: number): Bracket {
  const isWord = /^[\p{ID_Start}$_#]/u.test(text);
  if (part === "(") {
    const isCall = (isWord && !KEYWORDS_BEFORE_PARENTHESIS.has(text)) || text === ")" || text === "]";
    return isCall
      ? { kind: "call", at, from: isWord ? from : at, name: isWord ? text : "" }
      : { kind: "literal", at, from: at, name: "" };
  }
  const isLiteral = part === "[" || (text !== "=>" && /^[=(,:?[&|!+<>]$|^\$\{$/u.test(text)) || isReturn(text);
  return { kind: isLiteral ? "literal" : "block", at, from: at, name: "" };
}

const isReturn = (text: string) => text === "return" || text === "await" || text === "yield" || text === "throw";

function isBeforeExpression(text: string): boolean {
  if (text === "" || text === "${") return true;
  if (/^[\p{ID_Start}$_#]/u.test(text)) return KEYWORDS_BEFORE_EXPRESSION.has(text);
  return !/^(?:[)\]}`"'\d]|\.\d)/u.test(text) && !/^\/.+\/\w*$/u.test(text);
}

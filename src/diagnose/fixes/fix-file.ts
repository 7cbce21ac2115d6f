/** A file as the makers of fixes read it: its text, its tokens with their types, and what the checks know of it. */
import type { SourceToken } from "../../workflow/source-token.ts";
import { FileView } from "../source.ts";

const CONTINUES: ReadonlySet<string> = new Set(["in", "instanceof"]);
const ENDS_OPERAND: ReadonlySet<string> = new Set([")", "]", "}", "`", "++", "--"]);
const HEADERS: ReadonlySet<string> = new Set(["if", "for", "while"]);

export class FixFile {
  readonly name: string;
  readonly text: string;
  readonly view: FileView;
  /** With types, which the checks do not see. */
  readonly tokens: readonly SourceToken[];

  constructor(name: string, text: string, tokens: readonly SourceToken[], isEntry: boolean) {
    this.name = name;
    this.text = text;
    this.tokens = tokens;
    this.view = new FileView(tokens, isEntry);
  }

  get lineEnd(): string {
    return this.text.includes("\r\n") ? "\r\n" : "\n";
  }

  start(index: number): number {
    return this.view.tokens[index]?.start ?? this.text.length;
  }

  /** With the types behind it. */
  end(index: number): number {
    return this.#endBefore(this.start(index + 1));
  }

  /** As written, types and comments included; both tokens belong to it. */
  textOf(first: number, last: number): string {
    return this.text.slice(this.start(first), this.end(last));
  }

  lineStart(offset: number): number {
    return Math.max(this.text.lastIndexOf("\n", offset - 1), this.text.lastIndexOf("\r", offset - 1)) + 1;
  }

  /** The blanks that a line begins with. */
  indentAt(offset: number): string {
    const start = this.lineStart(offset);
    return /^[ \t]*/.exec(this.text.slice(start, offset))?.[0] ?? "";
  }

  hasLineBreak(start: number, end: number): boolean {
    return /[\r\n]/.test(this.text.slice(start, end));
  }

  /** Whether no bracket is open at a token. */
  isTopLevel(index: number): boolean {
    for (let at = 0; at < index; at++) {
      const close = /^[([{]$/.test(this.view.text(at)) ? this.view.closeOf(at) : at;
      if (close >= index) return false;
      at = close;
    }
    return true;
  }

  /** Whether a statement begins at a token, so that nothing reads what its expression gives. */
  startsStatement(index: number): boolean {
    const before = this.view.tokens[index - 1];
    if (before === undefined || /^(?:[;{}]|else|do)$/.test(before.text)) return true;
    if (before.text === ")" && HEADERS.has(this.view.text(this.view.openOf(index - 1) - 1))) return true;
    const mayEnd = /^(?:name|string|number|regexp)$/.test(before.kind) || ENDS_OPERAND.has(before.text);
    return mayEnd && this.hasLineBreak(before.end, this.start(index));
  }

  /** The last token of the expression that a statement holds from a token on, and where its text ends; null where that is not plain. */
  expressionFrom(start: number): { readonly last: number; readonly end: number } | null {
    let at = start;
    for (; at < this.view.tokens.length; at++) {
      const text = this.view.text(at);
      if (text === ",") return null;
      if (/^[;)\]}]$/.test(text) || (at > start && this.#beginsAnew(at))) break;
      if (/^(?:[([{]|\$\{)$/.test(text)) at = this.view.closeOf(at);
    }
    return at === start ? null : { last: at - 1, end: this.#endBefore(this.start(at)) };
  }

  /** Whether a token stands on a new line and cannot go on with what stands before it. */
  #beginsAnew(index: number): boolean {
    const token = this.view.tokens[index] as SourceToken;
    const before = this.view.tokens[index - 1] as SourceToken;
    if (!this.hasLineBreak(before.end, token.start)) return false;
    if (before.kind === "punctuation" && !ENDS_OPERAND.has(before.text)) return false;
    return token.kind === "punctuation" ? /^(?:\+\+|--|\{|@)$/.test(token.text) : !CONTINUES.has(token.text);
  }

  #endBefore(offset: number): number {
    let [low, high] = [0, this.tokens.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.tokens[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return this.tokens[low - 1]?.end ?? offset;
  }
}

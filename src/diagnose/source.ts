/** The author's files as the checks read them: value tokens, what each name stands for, and which variables hold a token's claims. */
import type { SourceToken } from "../workflow/source-token.ts";
import { stringValue } from "../workflow/string-value.ts";
import type { TokenName } from "../workflow/token.ts";

const PACKAGE = "@kinde/infrastructure";
const HANDLE_MAKERS: ReadonlyMap<string, TokenName> = new Map([
  ["accessTokenCustomClaims", "accessToken"],
  ["idTokenCustomClaims", "idToken"],
  ["m2mTokenClaims", "m2mToken"],
]);
const ALL_EXPORTS = "*";
const OPENING: ReadonlySet<string> = new Set(["(", "[", "{", "${"]);
const CLOSING: ReadonlySet<string> = new Set([")", "]", "}"]);
const CONTINUES_VALUE: ReadonlySet<string> = new Set([".", "?.", "[", "(", "`"]);

/** An expression that gives a token's claims: its last token, and how the author writes it. */
type Claims = { readonly token: TokenName; readonly end: number; readonly text: string };

export class FileView {
  readonly name: string;
  /** Whether this is the workflow's own file. */
  readonly isEntry: boolean;
  /** Without types and template text. */
  readonly tokens: readonly SourceToken[];
  /** Indexes of the tokens that can begin a finding: of the punctuation only `@`. */
  readonly candidateTokens: readonly number[];
  readonly #closes: ReadonlyMap<number, number>;
  readonly #opens: ReadonlyMap<number, number>;
  /** Exports of the package by the offset at which an import gives them a name; `*` for all of them. */
  readonly #imports: ReadonlyMap<number, string>;
  /** Uses of each variable, by the offset that declares it. */
  readonly #uses: ReadonlyMap<number, readonly number[]>;
  readonly #handles: ReadonlyMap<number, TokenName>;
  #guarded: ReadonlySet<string> | null = null;

  constructor(tokens: readonly SourceToken[], isEntry: boolean) {
    this.name = tokens[0]?.file ?? "";
    this.isEntry = isEntry;
    this.tokens = tokens.filter((token) => !token.isType);
    this.candidateTokens = this.tokens.flatMap(({ kind, text }, index) =>
      kind === "punctuation" && text !== "@" ? [] : [index],
    );
    [this.#closes, this.#opens] = this.#pairBrackets();
    this.#imports = this.#readImports();
    this.#uses = this.#readUses();
    this.#handles = this.#readHandles();
  }

  text(index: number): string {
    return this.tokens[index]?.text ?? "";
  }

  is(index: number, ...texts: readonly string[]): boolean {
    for (let offset = 0; offset < texts.length; offset++) {
      if (this.tokens[index + offset]?.text !== texts[offset]) return false;
    }
    return true;
  }

  isAfterDot(index: number): boolean {
    const before = this.text(index - 1);
    return before === "." || before === "?.";
  }

  /** Whether `.name` or `?.name` stands at a token. */
  isMemberRead(index: number): boolean {
    const text = this.text(index);
    return (text === "." || text === "?.") && /^(name|keyword)$/.test(this.tokens[index + 1]?.kind ?? "");
  }

  /** A variable that nothing in this file declares. */
  isGlobal(index: number): boolean {
    return this.tokens[index]?.declaredAt === null;
  }

  /** Whether code of this file asks whether a global exists before it uses it: `typeof x`, `globalThis.x`, `"x" in globalThis`. */
  isGuarded(name: string): boolean {
    this.#guarded ??= this.#readGuarded();
    return this.#guarded.has(name);
  }

  /** The package's export that the token stands for: an imported name, or the member in `namespace.member`. */
  exportAt(index: number): string | null {
    const token = this.tokens[index];
    if (typeof token?.declaredAt === "number") {
      const exported = this.#imports.get(token.declaredAt);
      return exported === undefined || exported === ALL_EXPORTS || token.declaredAt === token.start ? null : exported;
    }
    return this.isAfterDot(index) && this.#isNamespace(index - 2) ? this.text(index) : null;
  }

  /** Whether the package's namespace is passed on as a whole, so that any export may be used. */
  get passesNamespaceOn(): boolean {
    return this.#isUsed((index) => this.#isNamespace(index) && this.text(index + 1) !== ".");
  }

  /** The claims that the expression starting at a token gives: a variable that holds them, or a call that fetches them. */
  claimsAt(index: number): Claims | null {
    const token = this.tokens[index];
    if (token?.kind !== "name") return null;
    const held = typeof token.declaredAt === "number" ? this.#handles.get(token.declaredAt) : undefined;
    if (held !== undefined) {
      return token.declaredAt === token.start && this.text(index + 1) !== "="
        ? null
        : { token: held, end: this.endOfName(index), text: token.text };
    }
    const made = HANDLE_MAKERS.get(this.exportAt(index) ?? "");
    if (made === undefined || this.text(index + 1) !== "(") return null;
    return { token: made, end: this.endOfName(this.closeOf(index + 1), index), text: `${token.text}()` };
  }

  /** Every use of the variable that a token names or declares, in order; the token itself where it is no variable. */
  usesOf(index: number): readonly number[] {
    const declaredAt = this.tokens[index]?.declaredAt;
    return (typeof declaredAt === "number" ? this.#uses.get(declaredAt) : undefined) ?? [index];
  }

  /** The index of the token that declares the variable at `index`; -1 for anything else. */
  declarationOf(index: number): number {
    const declaredAt = this.tokens[index]?.declaredAt;
    return typeof declaredAt === "number" ? this.tokens.findIndex(({ start }) => start === declaredAt) : -1;
  }

  /** The last token of an expression that may stand in parentheses, as `(claims as any)` does once its types are gone. */
  endOfName(end: number, start = end): number {
    let last = end;
    while (
      this.text(start - 1 - (last - end)) === "(" &&
      this.text(last + 1) === ")" &&
      !this.#isCall(start - 1 - (last - end))
    )
      last++;
    return last;
  }

  /** The index of the bracket that closes the one at `open`. */
  closeOf(open: number): number {
    return this.#closes.get(open) ?? this.tokens.length - 1;
  }

  /** The index of the bracket that opens the one closed at `close`; -1 when there is none, and the text of a template opens and closes nothing. */
  openOf(close: number): number {
    return this.tokens[close]?.kind === "template" ? close : (this.#opens.get(close) ?? -1);
  }

  /** The arguments of the call whose bracket opens at `open`, as ranges of tokens, end exclusive. */
  argumentsOf(open: number): readonly { readonly start: number; readonly end: number }[] {
    const close = this.closeOf(open);
    const found: { start: number; end: number }[] = [];
    let start = open + 1;
    for (let index = start; index <= close; index++) {
      const text = this.text(index);
      if (index < close && OPENING.has(text)) index = this.closeOf(index);
      else if (index === close || text === ",") {
        if (index > start) found.push({ start, end: index });
        start = index + 1;
      }
    }
    return found;
  }

  /** Whether an arrow function, a function or a class starts at a token. */
  isFunctionAt(start: number): boolean {
    const at = this.text(start) === "async" ? start + 1 : start;
    if (/^(function|class)$/.test(this.text(at))) return true;
    return this.text(this.text(at) === "(" ? this.closeOf(at) + 1 : at + 1) === "=>";
  }

  /** The first token of what a variable is declared to hold; -1 where it is given nothing, or is part of a pattern. */
  initialiserOf(index: number): number {
    const declared = this.declarationOf(index);
    return declared >= 0 && this.text(declared + 1) === "=" ? declared + 2 : -1;
  }

  /** Whether a token stands between the braces of a `try` that has a `catch`. */
  isTried(index: number): boolean {
    for (let at = index - 1; at >= 0; at--) {
      const text = this.text(at);
      if (CLOSING.has(text)) at = Math.max(this.openOf(at), 0);
      else if (text === "{" && this.text(at - 1) === "try" && this.text(this.closeOf(at) + 1) === "catch") return true;
    }
    return false;
  }

  #isNamespace(index: number): boolean {
    const token = this.tokens[index];
    return (
      typeof token?.declaredAt === "number" &&
      token.declaredAt !== token.start &&
      this.#imports.get(token.declaredAt) === ALL_EXPORTS
    );
  }

  #isUsed(test: (index: number) => boolean): boolean {
    return this.tokens.some((_, index) => test(index));
  }

  /** Whether a bracket calls what stands before it. */
  #isCall(open: number): boolean {
    const before = this.tokens[open - 1];
    return before?.kind === "name" || before?.text === ")" || before?.text === "]";
  }

  #pairBrackets(): readonly [ReadonlyMap<number, number>, ReadonlyMap<number, number>] {
    const closes = new Map<number, number>();
    const opens = new Map<number, number>();
    const open: number[] = [];
    for (const [index, { kind, text }] of this.tokens.entries()) {
      if (kind !== "punctuation") continue;
      if (OPENING.has(text)) open.push(index);
      else if (CLOSING.has(text)) {
        const start = open.pop();
        if (start === undefined) continue;
        closes.set(start, index);
        opens.set(index, start);
      }
    }
    return [closes, opens];
  }

  #readImports(): ReadonlyMap<number, string> {
    const imports = new Map<number, string>();
    for (let index = 0; index < this.tokens.length; index++) {
      if (this.text(index) !== "import" || this.tokens[index]?.kind !== "keyword" || this.text(index + 1) === "(")
        continue;
      let end = index;
      while (end < this.tokens.length && this.tokens[end]?.kind !== "string") end++;
      for (let at = index + 1; at < end && stringValue(this.text(end)) === PACKAGE; at++) {
        const { kind, declaredAt, start, text } = this.tokens[at] as SourceToken;
        if (kind !== "name" || declaredAt !== start) continue;
        const isRenamed = this.text(at - 1) === "as";
        imports.set(start, !isRenamed ? text : this.text(at - 2) === "*" ? ALL_EXPORTS : this.text(at - 2));
      }
      index = end;
    }
    return imports;
  }

  #readUses(): ReadonlyMap<number, readonly number[]> {
    const uses = new Map<number, number[]>();
    for (const [index, { declaredAt }] of this.tokens.entries()) {
      if (typeof declaredAt !== "number") continue;
      const list = uses.get(declaredAt);
      if (list) list.push(index);
      else uses.set(declaredAt, [index]);
    }
    return uses;
  }

  /** A variable holds a token's claims when nothing else is ever assigned to it. */
  #readHandles(): ReadonlyMap<number, TokenName> {
    const handles = new Map<number, TokenName>();
    const others = new Set<number>();
    for (const index of this.candidateTokens) {
      const { declaredAt } = this.tokens[index] as SourceToken;
      if (typeof declaredAt !== "number" || this.isAfterDot(index) || this.text(index + 1) !== "=") continue;
      const token = this.#claimsAssigned(index + 2, handles);
      if (token === null) others.add(declaredAt);
      else handles.set(declaredAt, token);
    }
    for (const declaredAt of others) handles.delete(declaredAt);
    return handles;
  }

  /** The claims that a whole right-hand side gives. */
  #claimsAssigned(start: number, handles: ReadonlyMap<number, TokenName>): TokenName | null {
    let at = start;
    while (this.text(at) === "(" || this.text(at) === "await") at++;
    const { declaredAt } = this.tokens[at] ?? {};
    const made = HANDLE_MAKERS.get(this.exportAt(at) ?? "");
    const token = made ?? (typeof declaredAt === "number" ? handles.get(declaredAt) : undefined);
    let end = made === undefined ? at : this.closeOf(at + 1);
    while (this.text(end + 1) === ")") end++;
    return token === undefined || CONTINUES_VALUE.has(this.text(end + 1)) ? null : token;
  }

  #readGuarded(): ReadonlySet<string> {
    const guarded = new Set<string>();
    for (const [index, token] of this.tokens.entries()) {
      if (token.text === "globalThis") {
        const end = this.endOfName(index);
        if (/^\??\.$/.test(this.text(end + 1))) guarded.add(this.text(end + 2));
        if (this.text(index - 1) === "in") guarded.add(stringValue(this.text(index - 2)));
      }
      if (token.text !== "typeof") continue;
      let at = index + 1;
      while (this.text(at) === "(") at++;
      guarded.add(this.text(at));
    }
    return guarded;
  }
}

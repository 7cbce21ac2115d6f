/** The author's files as the checks read them: value tokens, what is imported from the package, and which names are the author's own. */
import type { SourceToken } from "../workflow/source-token.ts";
import type { TokenName } from "../workflow/token.ts";

const PACKAGE = "@kinde/infrastructure";
const NOT_PARAMETERS: ReadonlySet<string> = new Set(["if", "for", "while", "switch", "with"]);
const HANDLE_MAKERS: ReadonlyMap<string, TokenName> = new Map([
  ["accessTokenCustomClaims", "accessToken"],
  ["idTokenCustomClaims", "idToken"],
  ["m2mTokenClaims", "m2mToken"],
]);

export class FileView {
  readonly name: string;
  /** Without types and template text. */
  readonly tokens: readonly SourceToken[];
  /** Indexes of the tokens that can begin a finding: of the punctuation only `@`. */
  readonly telling: readonly number[];
  /** The package's exports by the names this file gives them. */
  readonly imports: ReadonlyMap<string, string>;
  /** Names that the file declares anywhere: variables, functions, classes, parameters, imports. */
  readonly declared: ReadonlySet<string>;
  /** Variables that hold a token's claims. */
  readonly handles: ReadonlyMap<string, TokenName>;

  constructor(tokens: readonly SourceToken[]) {
    this.name = tokens[0]?.file ?? "";
    this.tokens = tokens.filter((token) => !token.isType);
    this.telling = this.tokens.flatMap(({ kind, text }, index) =>
      kind === "punctuation" && text !== "@" ? [] : [index],
    );
    this.imports = this.#readImports();
    this.declared = this.#readDeclared();
    this.handles = this.#readHandles();
  }

  get isEntry(): boolean {
    return /Workflow\.(ts|tsx|js|jsx)$/.test(this.name);
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

  /** A name used as a variable that this file does not declare: a global. */
  isGlobal(index: number): boolean {
    const token = this.tokens[index];
    if (token?.kind !== "name" || this.declared.has(token.text) || this.isAfterDot(index)) return false;
    const next = this.text(index + 1);
    const before = this.text(index - 1);
    if (next === ":" && (before === "{" || before === ",")) return false;
    return !(next === "(" && this.text(this.closeOf(index + 1) + 1) === "{" && (before === "{" || before === ","));
  }

  /** The last token of a name that may stand in parentheses, as `(claims as any)` does once its types are gone. */
  endOfName(index: number): number {
    let end = index;
    while (this.text(index - 1 - (end - index)) === "(" && this.text(end + 1) === ")") end++;
    return end;
  }

  /** The index of the bracket that closes the one at `open`. */
  closeOf(open: number): number {
    let depth = 0;
    for (let index = open; index < this.tokens.length; index++) {
      const { kind, text } = this.tokens[index] as SourceToken;
      if (kind !== "punctuation") continue;
      if (text === "(" || text === "[" || text === "{" || text === "${") depth++;
      else if ((text === ")" || text === "]" || text === "}") && --depth === 0) return index;
    }
    return this.tokens.length - 1;
  }

  /** How many arguments the call at `open` has. */
  argumentCount(open: number): number {
    const close = this.closeOf(open);
    if (close === open + 1) return 0;
    let count = 1;
    for (let index = open + 1; index < close; index++) {
      const text = this.text(index);
      if (text === "(" || text === "[" || text === "{" || text === "${") index = this.closeOf(index);
      else if (text === "," && index + 1 < close) count++;
    }
    return count;
  }

  /** Indexes of tokens that satisfy a test. */
  *where(test: (index: number) => boolean): Generator<number> {
    for (let index = 0; index < this.tokens.length; index++) if (test(index)) yield index;
  }

  #readImports(): ReadonlyMap<string, string> {
    const imports = new Map<string, string>();
    for (let index = 0; index < this.tokens.length; index++) {
      if (this.text(index) !== "import" || this.tokens[index]?.kind !== "keyword" || this.text(index + 1) === "(")
        continue;
      let end = index;
      while (end < this.tokens.length && this.tokens[end]?.kind !== "string") end++;
      if (stringValue(this.text(end)) === PACKAGE && this.text(index + 1) !== "type") {
        for (let at = index + 1; at < end; at++) {
          if (this.tokens[at]?.kind !== "name" || this.text(at) === "as" || this.text(at) === "from") continue;
          if (this.text(at + 1) === "as") imports.set(this.text(at + 2), this.text(at));
          else if (this.text(at - 1) !== "as") imports.set(this.text(at), this.text(at));
        }
      }
      index = end;
    }
    return imports;
  }

  #readDeclared(): ReadonlySet<string> {
    const declared = new Set<string>();
    for (let index = 0; index < this.tokens.length; index++) {
      const { kind, text } = this.tokens[index] as SourceToken;
      if (kind === "name" && this.text(index + 1) === "=>") declared.add(text);
      else if (text === "const" || text === "let" || text === "var") this.#addPattern(index + 1, declared);
      else if (text === "function" || text === "class" || text === "enum") {
        const at = this.text(index + 1) === "*" ? index + 2 : index + 1;
        if (this.tokens[at]?.kind === "name") declared.add(this.text(at));
      } else if (text === "import" && kind === "keyword") {
        for (let at = index + 1; at < this.tokens.length && this.tokens[at]?.kind !== "string"; at++) {
          if (this.text(at) === "(" || this.text(at) === ";") break;
          if (this.tokens[at]?.kind === "name" && this.text(at + 1) !== "as") declared.add(this.text(at));
        }
      } else if (text === "(") this.#addParameters(index, declared);
    }
    return declared;
  }

  #addPattern(start: number, declared: Set<string>): void {
    const opens = this.text(start) === "{" || this.text(start) === "[";
    const end = opens ? this.closeOf(start) : start;
    for (let index = start; index <= end; index++) {
      if (this.tokens[index]?.kind === "name" && this.text(index + 1) !== ":") declared.add(this.text(index));
    }
    for (let index = end + 1; index < this.tokens.length; index++) {
      const text = this.text(index);
      if (text === "(" || text === "[" || text === "{" || text === "${") index = this.closeOf(index);
      else if (text === ",") {
        this.#addPattern(index + 1, declared);
        return;
      } else if (text === ";" || text === ")" || text === "}" || this.tokens[index]?.kind === "keyword") return;
    }
  }

  #addParameters(open: number, declared: Set<string>): void {
    const close = this.closeOf(open);
    const after = this.text(close + 1);
    const before = this.text(open - 1);
    const isList = after === "=>" || (after === "{" && !NOT_PARAMETERS.has(before));
    if (!isList) return;
    for (let index = open + 1; index < close; index++) {
      if (this.tokens[index]?.kind === "name" && this.text(index + 1) !== ":" && !this.isAfterDot(index)) {
        declared.add(this.text(index));
      }
    }
  }

  #readHandles(): ReadonlyMap<string, TokenName> {
    const handles = new Map<string, TokenName>();
    for (let index = 2; index < this.tokens.length; index++) {
      const exported = this.imports.get(this.text(index));
      const token = exported === undefined ? undefined : HANDLE_MAKERS.get(exported);
      if (token === undefined || this.text(index + 1) !== "(") continue;
      const equals = this.text(index - 1) === "await" ? index - 2 : index - 1;
      if (this.text(equals) === "=" && this.tokens[equals - 1]?.kind === "name")
        handles.set(this.text(equals - 1), token);
    }
    return handles;
  }
}

/** The value of a plain string literal; escapes stay as written. */
export function stringValue(literal: string): string {
  return /^["']/.test(literal) ? literal.slice(1, -1) : "";
}

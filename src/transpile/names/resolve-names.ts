/** Finds what each name in a file means: top-level names with all their uses, and names the language forbids to declare or assign. */

import { closeOf } from "../parse/brackets.ts";
import { type ParsedFile, textOf } from "../parse/parse.ts";
import { tt } from "../parse/token-type.ts";
import { isAssigned } from "./assignment.ts";
import { genericAsyncArrows, isAsyncKeyword, isLabel } from "./parser-gaps.ts";

type DeclarationKind = "const" | "let" | "var" | "function" | "class" | "enum" | "import" | "parameter" | "catch";

/** What only production's bundler gets right, or refuses in its own words. */
type NameProblem = { readonly construct: string; readonly tokenIndex: number };

export type Names = {
  /** Top-level declarations by name, with the token that declares each first. */
  readonly topLevel: ReadonlyMap<string, { readonly kind: DeclarationKind; readonly tokenIndex: number }>;
  /** Tokens that use or declare a top-level name as a value, by name. */
  readonly uses: ReadonlyMap<string, readonly number[]>;
  /** Names used that no scope of this file declares, with their tokens. */
  readonly free: ReadonlyMap<string, readonly number[]>;
  /** Names declared in inner scopes. */
  readonly inner: ReadonlySet<string>;
  /** For every token that uses or declares a variable the token that declares it first; null where nothing in the file does. */
  readonly declaredBy: ReadonlyMap<number, number | null>;
  readonly problems: readonly NameProblem[];
  /** Whether a token that uses a variable gives it a value. */
  readonly isAssigned: (tokenIndex: number) => boolean;
  /** Names of function and class expressions that nothing inside them uses. */
  readonly unusedExpressionNames: readonly number[];
};

type Declaration = { readonly kind: DeclarationKind; readonly tokenIndex: number };
type Scope = {
  readonly parent: Scope | null;
  readonly isFunction: boolean;
  readonly end: number;
  declaring: DeclarationKind | null;
  readonly names: Map<string, Declaration>;
};

const LEXICAL: ReadonlySet<DeclarationKind> = new Set(["const", "let", "class", "enum", "import"]);

export function resolveNames(parsed: ParsedFile): Names {
  return new Resolver(parsed).resolve();
}

class Resolver {
  readonly #parsed: ParsedFile;
  readonly #problems: NameProblem[] = [];
  readonly #uses: { readonly tokenIndex: number; readonly scope: Scope }[] = [];
  readonly #blockFunctions: { readonly name: string; readonly tokenIndex: number; readonly outer: Scope }[] = [];
  readonly #root: Scope;

  constructor(parsed: ParsedFile) {
    this.#parsed = parsed;
    this.#root = { parent: null, isFunction: true, end: parsed.tokens.length, declaring: null, names: new Map() };
  }

  resolve(): Names {
    this.#declareAll();
    const uses = new Map<string, number[]>();
    const free = new Map<string, number[]>();
    const used = new Set<Scope>();
    for (const [name, declaration] of this.#root.names) uses.set(name, [declaration.tokenIndex]);
    for (const { tokenIndex, scope } of this.#uses) {
      const name = textOf(this.#parsed, tokenIndex);
      const owner = ownerOf(scope, name);
      this.#declaredBy.set(tokenIndex, owner?.names.get(name)?.tokenIndex ?? null);
      if (owner === null) addTo(free, name, tokenIndex);
      else {
        if (owner === this.#root) addTo(uses, name, tokenIndex);
        else used.add(owner);
        this.#checkAssignment(owner, name, tokenIndex);
      }
    }
    for (const { name, tokenIndex, outer } of this.#blockFunctions) {
      if (this.#isUsedAround(name, outer)) {
        this.#problems.push({ construct: "a function used outside its block", tokenIndex });
      }
    }
    return {
      topLevel: this.#root.names,
      uses,
      free,
      inner: this.#inner,
      declaredBy: this.#declaredBy,
      problems: this.#problems,
      isAssigned: (tokenIndex) => isAssigned(this.#parsed, tokenIndex),
      // With a direct eval any name may be used.
      unusedExpressionNames: free.has("eval")
        ? []
        : [...this.#expressionNames].filter(([, scope]) => !used.has(scope)).map(([index]) => index),
    };
  }

  /** The bundler makes a variable of the function around for a block's function, as browsers do outside of strict mode. */
  #isUsedAround(name: string, outer: Scope): boolean {
    let around = outer;
    while (!around.isFunction && around.parent && !around.names.has(name)) around = around.parent;
    const hidden = around.names.get(name)?.kind;
    if (hidden === "catch") return true;
    if (!around.isFunction || (hidden && hidden !== "var" && hidden !== "function")) return false;
    return this.#uses.some(({ tokenIndex, scope }) => {
      if (textOf(this.#parsed, tokenIndex) !== name) return false;
      let at: Scope | null = scope;
      while (at && at !== around && !at.names.has(name)) at = at.parent;
      return at === around;
    });
  }

  readonly #inner = new Set<string>();
  readonly #declaredBy = new Map<number, number | null>();
  /** The token with which each scope begins. */
  readonly #opening = new Map<Scope, number>();
  /** Scopes that hold nothing but the name of a function or class expression, by that name's token. */
  readonly #expressionNames = new Map<number, Scope>();

  #declareAll(): void {
    const { tokens } = this.#parsed;
    const ordered = [...this.#parsed.scopes, ...genericAsyncArrows(this.#parsed)]
      .reverse()
      .sort((a, b) => a.startTokenIndex - b.startTokenIndex || b.endTokenIndex - a.endTokenIndex);
    let nextScope = ordered[0]?.startTokenIndex === 0 && ordered[0].endTokenIndex >= tokens.length ? 1 : 0;
    let scope = this.#root;
    for (let index = 0; index < tokens.length; index++) {
      while (scope.parent && index >= scope.end) scope = scope.parent;
      for (let opened = ordered[nextScope]; opened && opened.startTokenIndex === index; opened = ordered[++nextScope]) {
        scope = {
          parent: scope,
          isFunction: opened.isFunctionScope,
          end: opened.endTokenIndex,
          declaring: null,
          names: new Map(),
        };
        this.#opening.set(scope, index);
      }
      const token = tokens[index];
      if (!token || token.isType) continue;
      if (token.type === tt._return && !isInFunction(scope)) {
        this.#problems.push({ construct: "return at the top level", tokenIndex: index });
      }
      const keyword = DECLARING.get(token.type);
      if (keyword) {
        scope.declaring = keyword;
        continue;
      }
      if (token.type !== tt.name) continue;
      switch (token.identifierRole) {
        case 0:
        case 1:
        case 8:
          if (!isLabel(this.#parsed, index) && !isAsyncKeyword(this.#parsed, index))
            this.#uses.push({ tokenIndex: index, scope });
          break;
        case 2:
        case 3:
        case 4:
        case 5:
        case 6:
        case 7:
          this.#declare(scope, index);
          break;
        case 9:
          this.#add(this.#root, textOf(this.#parsed, index), { kind: "import", tokenIndex: index });
          break;
      }
    }
  }

  #declare(scope: Scope, tokenIndex: number): void {
    const { tokens } = this.#parsed;
    const name = textOf(this.#parsed, tokenIndex);
    const before = tokens[tokenIndex - 1]?.type;
    const keywordIndex = before === tt.star ? tokenIndex - 2 : tokenIndex - 1;
    let kind: DeclarationKind = scope.declaring ?? (tokens[tokenIndex]?.identifierRole === 4 ? "catch" : "parameter");
    if (before === tt._class) kind = "class";
    else if (before === tt._enum) kind = "enum";
    // The parser takes the keyword of a function expression for a name.
    else if (textOf(this.#parsed, keywordIndex) === "function") kind = "function";
    const opensScope = this.#opening.get(scope) === tokenIndex;
    if (STRICT_MODE_NAMES.has(name)) this.#problems.push({ construct: `a declaration of ${name}`, tokenIndex });
    if (opensScope && (kind === "class" || kind === "function")) this.#expressionNames.set(tokenIndex, scope);
    let owner = scope;
    if (kind === "var") while (!owner.isFunction && owner.parent) owner = owner.parent;
    if (kind === "function" && !scope.isFunction && scope.parent) {
      this.#blockFunctions.push({ name, tokenIndex, outer: scope.parent });
    }
    this.#add(owner, name, { kind, tokenIndex });
  }

  #add(scope: Scope, name: string, declaration: Declaration): void {
    const earlier = scope.names.get(name);
    this.#declaredBy.set(declaration.tokenIndex, (earlier ?? declaration).tokenIndex);
    if (scope !== this.#root) this.#inner.add(name);
    if (!earlier) {
      scope.names.set(name, declaration);
      return;
    }
    if (scope === this.#root) this.#uses.push({ tokenIndex: declaration.tokenIndex, scope });
    if (earlier.kind === "enum" && declaration.kind === "enum") return;
    if (this.#parsed.isTypeScript && earlier.kind === "import" && declaration.kind === "import") {
      this.#problems.push({ construct: "a name imported twice", tokenIndex: declaration.tokenIndex });
      return;
    }
    if (!scope.isFunction && earlier.kind === "function" && declaration.kind === "function") {
      this.#problems.push({ construct: "two functions of one name in a block", tokenIndex: declaration.tokenIndex });
      return;
    }
    // In TypeScript an import may be of a type, and then share its name with a value of the file.
    if (this.#parsed.isTypeScript && earlier.kind === "import" && declaration.kind !== "import") {
      scope.names.set(name, declaration);
      return;
    }
    const isTopLevelFunction = scope === this.#root && (earlier.kind === "function" || declaration.kind === "function");
    if (isTopLevelFunction || LEXICAL.has(earlier.kind) || LEXICAL.has(declaration.kind)) {
      this.#problems.push({ construct: "a name declared twice", tokenIndex: declaration.tokenIndex });
    }
  }

  #checkAssignment(owner: Scope, name: string, tokenIndex: number): void {
    const declaration = owner.names.get(name);
    const isInOwnClass = declaration?.kind === "class" && this.#isInClass(declaration.tokenIndex, tokenIndex);
    if (declaration?.kind !== "const" && declaration?.kind !== "import" && !isInOwnClass) return;
    if (declaration.tokenIndex === tokenIndex || !isAssigned(this.#parsed, tokenIndex)) return;
    this.#problems.push({ construct: "a constant that is assigned", tokenIndex });
  }

  /** Whether a token stands in the body of the class that a name declares; there the name is a constant. */
  #isInClass(nameIndex: number, tokenIndex: number): boolean {
    const contextId = this.#parsed.tokens[nameIndex - 1]?.contextId;
    if (tokenIndex < nameIndex || contextId === null || contextId === undefined) return false;
    let open = nameIndex + 1;
    while (open < tokenIndex && this.#parsed.tokens[open]?.contextId !== contextId) open++;
    return open < tokenIndex && tokenIndex < closeOf(this.#parsed, open);
  }
}

const DECLARING: ReadonlyMap<number, DeclarationKind> = new Map([
  [tt._const, "const"],
  [tt._let, "let"],
  [tt._var, "var"],
]);

/** Names that strict mode keeps for itself; the bundler may still drop or rename them. */
const STRICT_MODE_NAMES: ReadonlySet<string> = new Set([
  "arguments",
  "eval",
  "implements",
  "interface",
  "let",
  "package",
  "private",
  "protected",
  "public",
  "static",
  "yield",
]);

function isInFunction(scope: Scope): boolean {
  let at = scope;
  while (!at.isFunction && at.parent) at = at.parent;
  return at.parent !== null;
}

function ownerOf(scope: Scope, name: string): Scope | null {
  for (let at: Scope | null = scope; at; at = at.parent) if (at.names.has(name)) return at;
  return null;
}

function addTo(map: Map<string, number[]>, name: string, tokenIndex: number): void {
  const list = map.get(name);
  if (list) list.push(tokenIndex);
  else map.set(name, [tokenIndex]);
}

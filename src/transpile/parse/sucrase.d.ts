/** Types for the inner modules of sucrase that we import: its parser, without its code generators. */
declare module "sucrase/dist/parser/index.js" {
  /** `identifierRole`: 0 access, 1 export access, 2–4 declaration (top level, function, block), 5–7 the same in shorthand, 8 shorthand access, 9 import, 10 key, 11 imported name. */
  export type ParserToken = {
    readonly type: number;
    readonly start: number;
    readonly end: number;
    readonly scopeDepth: number;
    readonly isType: boolean;
    readonly identifierRole: number | null;
    readonly contextId: number | null;
    /** On `=` the index after its right-hand side. */
    readonly rhsEndIndex: number | null;
    readonly isExpression: boolean;
  };
  export type ParserScope = {
    readonly startTokenIndex: number;
    readonly endTokenIndex: number;
    readonly isFunctionScope: boolean;
  };
  /** @throws Error with `pos` (offset) and `loc` (1-based line and column) for a syntax error. */
  export function parse(
    input: string,
    isJSXEnabled: boolean,
    isTypeScriptEnabled: boolean,
    isFlowEnabled: boolean,
  ): { tokens: ParserToken[]; scopes: ParserScope[] };
}

declare module "sucrase/dist/parser/tokenizer/state.js" {
  export type StateSnapshot = { readonly tokensLength: number };
  /** Where the parser is; it takes a snapshot before it reads on trial, and goes back to it. */
  class State {
    readonly pos: number;
    readonly tokens: readonly unknown[];
    restoreFromSnapshot(snapshot: StateSnapshot): void;
  }
  /** Node takes all that a CommonJS module exports for its default. */
  const exported: typeof State | { readonly default: typeof State };
  export { exported as default, type State };
}

declare module "sucrase/dist/parser/tokenizer/types.js" {
  /** sucrase's token types; the fifth bit marks a keyword. */
  export enum TokenType {
    num,
    bigint,
    decimal,
    regexp,
    string,
    name,
    eof,
    bracketL,
    bracketR,
    braceL,
    braceR,
    parenL,
    parenR,
    comma,
    semi,
    colon,
    dot,
    question,
    questionDot,
    arrow,
    template,
    ellipsis,
    backQuote,
    dollarBraceL,
    at,
    hash,
    eq,
    assign,
    preIncDec,
    postIncDec,
    star,
    lessThan,
    greaterThan,
    bang,
    plus,
    minus,
    jsxName,
    jsxText,
    jsxEmptyText,
    jsxTagStart,
    jsxTagEnd,
    nonNullAssertion,
    _const,
    _let,
    _var,
    _class,
    _enum,
    _function,
    _import,
    _export,
    _default,
    _extends,
    _implements,
    _this,
    _super,
    _for,
    _if,
    _else,
    _do,
    _while,
    _try,
    _catch,
    _return,
    _with,
    _yield,
    _async,
    _get,
    _set,
    _static,
    _public,
    _private,
    _protected,
    _readonly,
    _override,
    _abstract,
    _declare,
    _as,
    _in,
    _new,
    _throw,
    _case,
    _typeof,
    _void,
    _null,
    _true,
    _false,
  }
}

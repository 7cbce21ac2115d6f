/** Types for the one inner module of sucrase that we import: its parser, without its code generators. */
declare module "sucrase/dist/parser/index.js" {
  export type ParserToken = {
    type: number;
    contextualKeyword: number;
    start: number;
    end: number;
    scopeDepth: number;
    isType: boolean;
    identifierRole: number | null;
    shadowsGlobal: boolean;
    isAsyncOperation: boolean;
    contextId: number | null;
    rhsEndIndex: number | null;
    isExpression: boolean;
  };
  export type ParserScope = { startTokenIndex: number; endTokenIndex: number; isFunctionScope: boolean };
  /** @throws Error with `pos` (offset) and, once augmented, `loc` ({line, column}) for a syntax error. */
  export function parse(
    input: string,
    isJSXEnabled: boolean,
    isTypeScriptEnabled: boolean,
    isFlowEnabled: boolean,
  ): { tokens: ParserToken[]; scopes: ParserScope[] };
}

declare module "sucrase/dist/parser/tokenizer/types.js" {
  /** sucrase's token types, each with its properties as bit fields. */
  export const TokenType: { readonly [name: string]: number };
}

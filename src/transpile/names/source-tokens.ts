/** The author's source as the flat token list that diagnostics read. */

import type { SourceFile } from "../../workflow/project.ts";
import type { SourceToken } from "../../workflow/source-token.ts";
import { type ParsedFile, parseSource } from "../parse/parse.ts";
import { tt } from "../parse/token-type.ts";
import { type Names, resolveNames } from "./resolve-names.ts";

const IS_KEYWORD = 1 << 4;

/** Tokens in order, without comments; none while the file does not parse. A file such as tsconfig.json has none. */
export function tokenize(file: SourceFile): SourceToken[] {
  if (file.name.endsWith(".json")) return [];
  const parsed = parseSource(file);
  return parsed.kind === "invalid" ? [] : tokensOf(parsed, resolveNames(parsed));
}

/** @param dropped ranges of tokens to leave out, end exclusive. */
export function tokensOf(
  { file, tokens, lineStarts }: ParsedFile,
  { declaredBy }: Names,
  dropped: readonly { readonly start: number; readonly end: number }[] = [],
): SourceToken[] {
  const list: SourceToken[] = [];
  const skipTo = new Map(dropped.map(({ start, end }) => [start, end]));
  let line = 0;
  for (let index = 0; index < tokens.length; index++) {
    index = skipTo.get(index) ?? index;
    const token = tokens[index];
    if (!token || token.type === tt.eof) break;
    while ((lineStarts[line + 1] ?? Number.POSITIVE_INFINITY) <= token.start) line++;
    const declaring = token.isType ? undefined : declaredBy.get(index);
    list.push({
      file: file.name,
      kind: kindOf(token.type),
      text: file.text.slice(token.start, token.end),
      start: token.start,
      end: token.end,
      line: line + 1,
      column: token.start - (lineStarts[line] ?? 0) + 1,
      // As `a!.b` is read: what is asserted to be there is no value of its own.
      isType: token.isType || token.type === tt.nonNullAssertion,
      ...(declaring === undefined
        ? {}
        : { declaredAt: declaring === null ? null : (tokens[declaring]?.start ?? null) }),
    });
  }
  return list;
}

function kindOf(type: number): SourceToken["kind"] {
  switch (type) {
    case tt.name:
      return "name";
    case tt.string:
      return "string";
    case tt.template:
      return "template";
    case tt.num:
    case tt.bigint:
    case tt.decimal:
      return "number";
    case tt.regexp:
      return "regexp";
    case tt.jsxName:
    case tt.jsxText:
    case tt.jsxEmptyText:
    case tt.jsxTagStart:
    case tt.jsxTagEnd:
      return "jsx";
    default:
      return (type & IS_KEYWORD) !== 0 ? "keyword" : "punctuation";
  }
}

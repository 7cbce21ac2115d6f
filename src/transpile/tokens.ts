/** The author's source as the flat token list that diagnostics read. */
import { tt } from "./token-type.ts";
import type { SourceFile } from "../workflow/project.ts";
import type { SourceToken } from "../workflow/source-token.ts";
import { parseSource } from "./parse.ts";

const IS_KEYWORD = 1 << 4;

/** Tokens in order, without comments; none while the file does not parse. A file such as tsconfig.json has none. */
export function tokenize(file: SourceFile): SourceToken[] {
  if (file.name.endsWith(".json")) return [];
  const parsed = parseSource(file);
  if (parsed.kind === "invalid") return [];
  const { tokens, lineStarts } = parsed;
  const list: SourceToken[] = [];
  let line = 0;
  for (const token of tokens) {
    if (token.type === tt["eof"]) break;
    while ((lineStarts[line + 1] ?? Number.POSITIVE_INFINITY) <= token.start) line++;
    list.push({
      file: file.name,
      kind: kindOf(token.type),
      text: file.text.slice(token.start, token.end),
      start: token.start,
      end: token.end,
      line: line + 1,
      column: token.start - (lineStarts[line] ?? 0) + 1,
      isType: token.isType,
    });
  }
  return list;
}

function kindOf(type: number): SourceToken["kind"] {
  switch (type) {
    case tt["name"]:
      return "name";
    case tt["string"]:
      return "string";
    case tt["template"]:
      return "template";
    case tt["num"]:
    case tt["bigint"]:
    case tt["decimal"]:
      return "number";
    case tt["regexp"]:
      return "regexp";
    case tt["jsxName"]:
    case tt["jsxText"]:
    case tt["jsxEmptyText"]:
    case tt["jsxTagStart"]:
    case tt["jsxTagEnd"]:
      return "jsx";
    default:
      return (type & IS_KEYWORD) !== 0 ? "keyword" : "punctuation";
  }
}

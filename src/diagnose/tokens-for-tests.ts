/** A small tokenizer for tests of checks: plain JavaScript without types or JSX, regular expressions only where one may start. */
import type { SourceToken } from "../workflow/source-token.ts";

const TOKEN =
  /(?<space>\s+|\/\/.*)|(?<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<regexp>(?<=[=(,:]\s*|return )\/(?:[^/\\\n[]|\\.|\[[^\]]*\])+\/[a-z]*)|(?<name>[\p{ID_Start}$_][\p{ID_Continue}$]*)|(?<number>\d[\d.]*)|(?<punctuation>\?\.|=>|\*\*=|\+\+|--|[-+*/%]=|\.\.\.|===|!==|==|!=|[^\s])/uy;
const KEYWORDS = new Set(
  "import export default const let var function class extends delete typeof new return throw if else for while catch try switch this async".split(
    " ",
  ),
);

export function tokensOf(file: string, text: string): SourceToken[] {
  const tokens: SourceToken[] = [];
  const pattern = new RegExp(TOKEN);
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { space, string, regexp, name, number } = match.groups ?? {};
    const start = match.index;
    if (space !== undefined) continue;
    const before = text.slice(0, start);
    const kind = string
      ? "string"
      : regexp
        ? "regexp"
        : number
          ? "number"
          : name
            ? KEYWORDS.has(name) && name !== "async"
              ? "keyword"
              : "name"
            : "punctuation";
    tokens.push({
      file,
      kind,
      text: match[0],
      start,
      end: start + match[0].length,
      line: before.split("\n").length,
      column: start - before.lastIndexOf("\n"),
      isType: false,
    });
  }
  return tokens;
}

/** Colours source text without Monaco, by the same lexical rules, so that nothing changes when Monaco takes over. No dependencies: the first paint imports it. */

/** `plain` covers everything that is not coloured, white space included. */
export type HighlightKind = "plain" | "keyword" | "string" | "number" | "comment";

export type HighlightToken = { readonly kind: HighlightKind; readonly text: string };

/** The words Monaco's TypeScript grammar colours. */
const KEYWORDS = new Set(
  (
    "abstract any as asserts async await bigint boolean break case catch class const constructor continue debugger declare default delete do " +
    "else enum export extends false finally for from function get global if implements import in infer instanceof interface is keyof let module " +
    "namespace never new null number object of out override package private protected public readonly require return satisfies set static " +
    "string super switch symbol this throw true try type typeof undefined unique unknown var void while with yield"
  ).split(" "),
);

const TOKEN = new RegExp(
  [
    String.raw`(?<comment>\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*)`,
    String.raw`(?<string>"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?)`,
    String.raw`(?<regexp>\/(?:[^\\\/\n]|\\.)+\/[dgimsuy]*(?=\s*(?:[.;,)\]}]|\n|$)))`,
    String.raw`(?<number>0[xXoObB][\da-fA-F_]+n?|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?n?)`,
    String.raw`(?<word>#?[A-Za-z_$][\w$]*)`,
    String.raw`(?<tick>\`)`,
    "(?<brace>[{}])",
  ].join("|"),
  "g",
);

/** Splits TypeScript or JavaScript into coloured pieces. The pieces' texts joined are the source, whatever the source. */
export function highlight(source: string): readonly HighlightToken[] {
  const tokens: { kind: HighlightKind; text: string }[] = [];
  /** For each open template literal, how many braces are open inside its `${…}`. */
  const templates: number[] = [];
  let at = 0;

  function push(kind: HighlightKind, end: number): void {
    if (end <= at) return;
    const last = tokens.at(-1);
    const text = source.slice(at, end);
    if (last?.kind === kind) last.text += text;
    else tokens.push({ kind, text });
    at = end;
  }

  function template(): void {
    const rest = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(`|\$\{|$)/y;
    rest.lastIndex = at;
    const end = rest.exec(source)?.[1] ?? "";
    push("string", rest.lastIndex - (end === "${" ? 2 : 0));
    if (end === "${") {
      push("plain", at + 2);
      templates.push(0);
    }
  }

  while (at < source.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(source);
    if (match === null) break;
    push("plain", match.index);
    const { comment, string, regexp, number, word, tick } = match.groups ?? {};
    const end = match.index + match[0].length;
    if (comment !== undefined) push("comment", end);
    else if (string !== undefined || regexp !== undefined) push("string", end);
    else if (number !== undefined) push("number", end);
    else if (word !== undefined) push(KEYWORDS.has(word) ? "keyword" : "plain", end);
    else if (tick !== undefined) {
      push("string", end);
      template();
    } else {
      const depth = templates.at(-1);
      push("plain", end);
      if (depth === undefined) continue;
      if (match[0] === "{") templates[templates.length - 1] = depth + 1;
      else if (depth > 0) templates[templates.length - 1] = depth - 1;
      else {
        templates.pop();
        template();
      }
    }
  }
  push("plain", source.length);
  return tokens;
}

const JSON_TOKEN =
  /(?<string>"(?:[^"\\\n]|\\.)*"?)(?<colon>\s*:)?|(?<number>-?\d[\d.eE+-]*)|(?<word>\b(?:true|false|null)\b)/g;

/** Splits JSON into coloured pieces; member names stay plain. The pieces' texts joined are the source, JSON or not. */
export function highlightJson(source: string): readonly HighlightToken[] {
  const tokens: HighlightToken[] = [];
  let at = 0;
  for (const match of source.matchAll(JSON_TOKEN)) {
    const { string, colon, number } = match.groups ?? {};
    if (string !== undefined && colon !== undefined) continue;
    if (match.index > at) tokens.push({ kind: "plain", text: source.slice(at, match.index) });
    tokens.push({
      kind: string !== undefined ? "string" : number !== undefined ? "number" : "keyword",
      text: match[0],
    });
    at = match.index + match[0].length;
  }
  if (at < source.length) tokens.push({ kind: "plain", text: source.slice(at) });
  return tokens;
}

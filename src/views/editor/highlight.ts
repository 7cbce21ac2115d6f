/** Colours source text without Monaco, by the same lexical rules, so that nothing changes when Monaco takes over. No dependencies: the first paint imports it. */

/** `plain` covers everything that is not coloured, white space included. */
type HighlightKind = "plain" | "keyword" | "string" | "number" | "comment";

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

/** What stands in a file beyond this many pieces is not coloured, so that any file is drawn at once. */
const MOST_PIECES = 4_000;
/** Where Monaco colours all of it a moment later: more than a screen shows. */
export const PIECES_BEFORE_MONACO = 2_000;

/** In this order: a comment, a string, a number, a word, a template's start, a regular expression's start or a division, a brace. */
const TOKEN =
  /(\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*)|("[^"\\\n]*(?:\\.[^"\\\n]*)*"?|'[^'\\\n]*(?:\\.[^'\\\n]*)*'?)|(0[xXoObB][\da-fA-F_]+n?|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?n?)|(#?[A-Za-z_$][\w$]*)|[`/{}]/g;

const REGEXP_BODY = /[^\\/\n]*(?:\\.[^\\/\n]*)*/y;
const REGEXP_END = /\/[dgimsuy]*(?=\s*(?:[.;,)\]}]|\n|$))/y;
const TEMPLATE_TEXT = /[^`\\$]*(?:(?:\\[\s\S]?|\$(?!\{))[^`\\$]*)*/y;

/** The beginning of a text, cut where it is longer than so many lines or characters. */
export function headOf(text: string, mostLines: number, mostCharacters: number): string {
  return text.slice(0, mostCharacters).split("\n", mostLines).join("\n");
}

/** Splits TypeScript or JavaScript into coloured pieces. The pieces' texts joined are the source, whatever the source. */
export function highlight(source: string, mostPieces = MOST_PIECES): readonly HighlightToken[] {
  const tokens: { kind: HighlightKind; text: string }[] = [];
  /** For each open template literal, how many braces are open inside its `${…}`. */
  const templates: number[] = [];
  let at = 0;
  /** No slash before this place begins a regular expression: each line is read for one once, not at each of its slashes. */
  let divisionsUntil = 0;

  function push(kind: HighlightKind, end: number): void {
    if (end <= at) return;
    const last = tokens.at(-1);
    const text = source.slice(at, end);
    if (last?.kind === kind) last.text += text;
    else tokens.push({ kind, text });
    at = end;
  }

  function template(): void {
    push("string", endOf(TEMPLATE_TEXT, at));
    if (source[at] === "`") push("string", at + 1);
    else if (at < source.length) {
      push("plain", at + 2);
      templates.push(0);
    }
  }

  function endOf(pattern: RegExp, start: number): number {
    pattern.lastIndex = start;
    pattern.test(source);
    return pattern.lastIndex;
  }

  function slash(start: number): void {
    if (start >= divisionsUntil) {
      divisionsUntil = endOf(REGEXP_BODY, start + 1);
      push("string", endOf(REGEXP_END, divisionsUntil));
    }
    push("plain", start + 1);
  }

  while (at < source.length && tokens.length < mostPieces) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(source);
    if (match === null) break;
    push("plain", match.index);
    const [text, comment, string, number, word] = match;
    const end = match.index + text.length;
    if (comment !== undefined) push("comment", end);
    else if (string !== undefined) push("string", end);
    else if (number !== undefined) push("number", end);
    else if (word !== undefined) push(KEYWORDS.has(word) ? "keyword" : "plain", end);
    else if (text === "/") slash(match.index);
    else if (text === "`") {
      push("string", end);
      template();
    } else {
      const depth = templates.at(-1);
      push("plain", end);
      if (depth === undefined) continue;
      if (text === "{") templates[templates.length - 1] = depth + 1;
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

const JSON_TOKEN = /("[^"\\\n]*(?:\\.[^"\\\n]*)*"?)(\s*:)?|(-?\d[\d.eE+-]*)|\b(?:true|false|null)\b/g;

/** Splits JSON into coloured pieces; member names stay plain. The pieces' texts joined are the source, JSON or not. */
export function highlightJson(source: string): readonly HighlightToken[] {
  const tokens: HighlightToken[] = [];
  let at = 0;
  for (const match of source.matchAll(JSON_TOKEN)) {
    if (tokens.length >= MOST_PIECES) break;
    const [, string, colon, number] = match;
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

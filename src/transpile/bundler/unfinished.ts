/** Where code was left unfinished: the parser notices it further down, often at the end of the file. */

/** `at`: an offset in the text. */
type Unfinished = { readonly at: number; readonly advice: string };

type Opening = { readonly sign: string; readonly at: number; readonly indent: number };

const CLOSING: { readonly [closing: string]: string } = { ")": "(", "]": "[", "}": "{" };
/** After one of these something must follow. */
const LEADS_ON = /(?:[=+*%&|^?:,.(~-]|\b(?:await|return|new|typeof|in|of|as|extends))$/;
/** A `/` after one of these begins a regular expression. */
const BEFORE_EXPRESSION = /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of))\s*$/;

/**
 * @param noticedAt where the parser gave up, as an offset.
 * @param message as the bundler wrote it.
 * @returns null where the place that the parser names is the place to look at.
 */
export function findUnfinished(text: string, noticedAt: number, message: string): Unfinished | null {
  const isEnd = message === "Unexpected end of file" || /^Unterminated (?:string|template) literal$/.test(message);
  if (!isEnd && !/^(?:Expected "[)\]}]" but found |Unexpected ")/.test(message)) return null;
  const before = leftOpenOn(text, noticedAt);
  if (before !== null) return before;
  if (!isEnd && !message.startsWith("Expected")) return null;
  const open = openings(text, isEnd ? text.length : noticedAt);
  const culprit = open.suspect ?? open.innermost;
  if (culprit === null || lineOf(text, culprit.at) === lineOf(text, noticedAt)) return null;
  return { at: culprit.at, advice: `The ${culprit.sign} here is not closed.` };
}

/** A line before the place that cannot end as it does, with nothing but blank lines between. */
function leftOpenOn(text: string, noticedAt: number): Unfinished | null {
  const lineStart = text.lastIndexOf("\n", noticedAt - 1) + 1;
  if (text.slice(lineStart, noticedAt).trim() !== "") return null;
  const above = text.slice(0, lineStart).trimEnd();
  const line = above.slice(above.lastIndexOf("\n") + 1);
  const end = LEADS_ON.exec(line)?.[0];
  if (end === undefined || line.includes("//")) return null;
  return { at: above.length, advice: `Something is missing after ${end}.` };
}

type Openings = {
  /** Of a bracket that another one's partner closed, as the indents tell. */
  readonly suspect: Opening | null;
  readonly innermost: Opening | null;
};

/** The brackets and templates that are open at a place. */
function openings(text: string, end: number): Openings {
  const open: Opening[] = [];
  let suspect: Opening | null = null;
  let indent = 0;
  let isLineStart = true;
  for (let at = 0; at < end; at += 1) {
    const sign = text[at] ?? "";
    if (sign === "\n") {
      isLineStart = true;
      indent = /^[ \t]*/.exec(text.slice(at + 1, at + 200))?.[0].length ?? 0;
      continue;
    }
    const isFirst = isLineStart && sign.trim() !== "";
    if (isFirst) isLineStart = false;
    const past = pastSkipped(text, at);
    if (past > at) at = past - 1;
    else if (sign === "`") at = template(text, at, end, open, indent);
    else if (sign === "(" || sign === "[" || sign === "{") open.push({ sign, at, indent });
    else if (CLOSING[sign] !== undefined) {
      const partner = open.at(-1);
      if (partner?.sign !== CLOSING[sign]) return { suspect, innermost: partner ?? null };
      if (isFirst && indent < partner.indent) suspect ??= partner;
      open.pop();
      if (open.at(-1)?.sign === "`") at = template(text, at, end, open, indent);
    }
  }
  return { suspect, innermost: open.at(-1) ?? null };
}

/** The end of a string, a comment or a regular expression that begins here; the same place where none does. */
function pastSkipped(text: string, at: number): number {
  const sign = text[at];
  if (sign === '"' || sign === "'") {
    const found = sign === '"' ? /"(?:[^"\\\n]|\\.)*"?/y : /'(?:[^'\\\n]|\\.)*'?/y;
    return endOf(found, text, at);
  }
  if (sign !== "/") return at;
  if (text[at + 1] === "/") return endOf(/[^\n]*/y, text, at);
  if (text[at + 1] === "*") return endOf(/\/\*[\s\S]*?(?:\*\/|$)/y, text, at);
  const before = text.slice(Math.max(0, at - 40), at);
  return BEFORE_EXPRESSION.test(before) ? endOf(/\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*|\//y, text, at) : at;
}

/** Reads on in a template, from its start or from the end of one of its expressions. @returns the last place it read. */
function template(text: string, at: number, end: number, open: Opening[], indent: number): number {
  if (text[at] === "`" && open.at(-1)?.at !== at) open.push({ sign: "`", at, indent });
  for (let next = at + 1; next < end; next += 1) {
    const sign = text[next];
    if (sign === "\\") next += 1;
    else if (sign === "`") {
      open.pop();
      return next;
    } else if (sign === "$" && text[next + 1] === "{") {
      open.push({ sign: "{", at: next + 1, indent });
      return next + 1;
    }
  }
  return end;
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at + 1;
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split("\n").length;
}

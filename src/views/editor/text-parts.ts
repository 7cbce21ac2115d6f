/** Cuts a long text into parts, so that a text field holds one of them: a browser lays out the whole of a field at every key. */

export const MOST_CHARACTERS = 40_000;
export const MOST_LINES = 1_000;

/** Offsets into `of`, the whole text; the end is exclusive. */
type TextPart = {
  readonly of: string;
  readonly start: number;
  readonly end: number;
  /** The lines before it. */
  readonly linesBefore: number;
};

export function isLong(text: string): boolean {
  return text.length > MOST_CHARACTERS || endOfLines(text, 0, text.length) < text.length;
}

/** The part that holds a character; a part ends with a line where there is one. */
export function partAt(of: string, offset: number): TextPart {
  let start = 0;
  let end = partEnd(of, 0);
  let linesBefore = 0;
  while (end <= offset && end < of.length) {
    linesBefore += lineEnds(of, start, end);
    start = end;
    end = partEnd(of, start);
  }
  return { of, start, end, linesBefore };
}

/** With its text replaced. */
export function withPartText({ of, start, end, linesBefore }: TextPart, text: string): TextPart {
  return { of: of.slice(0, start) + text + of.slice(end), start, end: start + text.length, linesBefore };
}

/** Where a place of the whole text stands; lines and columns count from 1. Beyond a line's end stands its end. */
export function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at++) {
    const end = text.indexOf("\n", start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  const end = text.indexOf("\n", start);
  return Math.min(end < 0 ? text.length : end, start + column - 1);
}

function partEnd(of: string, start: number): number {
  const limit = Math.min(of.length, start + MOST_CHARACTERS);
  const end = endOfLines(of, start, limit);
  if (end < limit || limit === of.length) return end;
  const lineEnd = of.lastIndexOf("\n", limit - 1) + 1;
  return lineEnd > start ? lineEnd : limit;
}

/** The end of as many lines as a part may have, or the limit. */
function endOfLines(of: string, start: number, limit: number): number {
  let at = start;
  for (let count = 0; count < MOST_LINES; count++) {
    const end = of.indexOf("\n", at);
    if (end < 0 || end >= limit) return limit;
    at = end + 1;
  }
  return at;
}

function lineEnds(of: string, start: number, end: number): number {
  let count = 0;
  for (let at = of.indexOf("\n", start); at >= 0 && at < end; at = of.indexOf("\n", at + 1)) count++;
  return count;
}

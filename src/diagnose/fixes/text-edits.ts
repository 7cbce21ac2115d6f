/** Text with edits made in it, and where a place of it stands afterwards. */
import type { Position } from "../../workflow/position.ts";
import type { TextEdit } from "./fix.ts";

type Change = Pick<TextEdit, "start" | "end" | "text">;

export function withEdits(text: string, edits: readonly Change[]): string {
  const last = edits.toSorted((a, b) => b.start - a.start || b.end - a.end);
  return last.reduce((done, { start, end, text: put }) => done.slice(0, start) + put + done.slice(end), text);
}

/** Where what stood at an offset stands after the edits: behind what is put in there. */
export function shifted(offset: number, edits: readonly Change[]): number {
  return edits.reduce((at, { start, end, text }) => (end <= offset ? at + text.length - (end - start) : at), offset);
}

/** The one edit that makes one text of another; null where they are equal. */
export function editBetween(file: string, before: string, after: string): TextEdit | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { file, start, end: before.length - same, text: after.slice(start, after.length - same) };
}

/** The offset of a place, and the other way round; lines and columns count from 1. */
export function offsetAt(text: string, { line, column }: Pick<Position, "line" | "column">): number {
  const lines = text.matchAll(/\r\n?|\n/g);
  let start = 0;
  for (let at = 1; at < line; at++) {
    const found = lines.next();
    if (found.done) return text.length;
    start = found.value.index + found.value[0].length;
  }
  return Math.min(text.length, start + column - 1);
}

export function placeAt(text: string, offset: number): Pick<Position, "line" | "column"> {
  let [line, start] = [1, 0];
  for (const found of text.matchAll(/\r\n?|\n/g)) {
    if (found.index + found[0].length > offset) break;
    line += 1;
    start = found.index + found[0].length;
  }
  return { line, column: offset - start + 1 };
}

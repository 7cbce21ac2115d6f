/** Edits of an object literal: members put in at its end or taken out, in the way the author laid it out. */
import type { FixFile } from "./fix-file.ts";
import type { TextEdit } from "./fix.ts";

/** The tokens of its braces. */
export type ObjectAt = { readonly open: number; readonly close: number };

/** @param key the index of its key's first token. */
export type Member = { readonly key: number; readonly last: number };

export function membersOf({ view }: FixFile, { open, close }: ObjectAt): readonly Member[] {
  return view.argumentsOf(open).flatMap(({ start, end }) => (end <= close ? [{ key: start, last: end - 1 }] : []));
}

export function addMembers(file: FixFile, object: ObjectAt, members: readonly string[]): readonly TextEdit[] {
  const [open, close] = [file.end(object.open), file.start(object.close)];
  const put = (start: number, end: number, text: string): TextEdit => ({ file: file.name, start, end, text });
  const present = membersOf(file, object);
  const last = present.at(-1);
  const closingLine = file.lineStart(close);
  const isOwnLine = closingLine > open && /^[ \t]*$/.test(file.text.slice(closingLine, close));
  if (isOwnLine) {
    const first = present[0];
    const isFirstOfLine = first !== undefined && file.lineStart(file.start(first.key)) > open;
    const indent = isFirstOfLine ? file.indentAt(file.start(first.key)) : `${file.indentAt(close)}  `;
    const lines = put(closingLine, closingLine, members.map((member) => `${indent}${member},${file.lineEnd}`).join(""));
    const isOpen = last !== undefined && file.view.text(last.last + 1) !== ",";
    return isOpen ? [put(file.end(last.last), file.end(last.last), ","), lines] : [lines];
  }
  const text = members.join(", ");
  if (last !== undefined) return [put(file.end(last.last), file.end(last.last), `, ${text}`)];
  return file.text.slice(open, close).trim() === "" ? [put(open, close, ` ${text} `)] : [put(open, open, ` ${text}`)];
}

/** A member that has its lines for itself goes with them and what is said of it there. */
export function removeMember(file: FixFile, object: ObjectAt, { key, last }: Member): readonly TextEdit[] {
  const { view } = file;
  const isLast = last + 1 === object.close || (view.text(last + 1) === "," && last + 2 === object.close);
  const end = view.text(last + 1) === "," ? last + 1 : last;
  const [previous, next] = [file.end(key - 1), file.start(end + 1)];
  const put = (from: number, to: number): TextEdit => ({ file: file.name, start: from, end: to, text: "" });
  const lineStart = file.lineStart(file.start(key));
  const ownsLines = lineStart >= previous && file.hasLineBreak(file.end(end), next);
  if (ownsLines) {
    const rest = /[\r\n]/.exec(file.text.slice(file.end(end), next));
    const lineEnd = file.end(end) + (rest?.index ?? 0);
    const behind = file.text.startsWith("\r\n", lineEnd) ? lineEnd + 2 : lineEnd + 1;
    return [put(lineStart, behind)];
  }
  if (!isLast) return [put(file.start(key), next)];
  return key - 1 === object.open
    ? [put(previous, file.start(object.close))]
    : [put(file.start(key - 1), file.end(last))];
}

/** Parses one source file with sucrase's parser, once, and remembers the result for as long as the file object lives. */
import { type ParserScope, type ParserToken, parse } from "sucrase/dist/parser/index.js";
import type { Position } from "../workflow/position.ts";
import type { SourceFile } from "../workflow/project.ts";

export type ParsedSource =
  | {
      readonly kind: "parsed";
      readonly file: SourceFile;
      readonly tokens: readonly ParserToken[];
      readonly scopes: readonly ParserScope[];
      readonly lineStarts: readonly number[];
    }
  | { readonly kind: "invalid"; readonly file: SourceFile; readonly message: string; readonly position: Position };

const parsedFiles = new WeakMap<SourceFile, ParsedSource>();

export function parseSource(file: SourceFile): ParsedSource {
  const known = parsedFiles.get(file);
  if (known) return known;
  const parsed = parseAfresh(file);
  parsedFiles.set(file, parsed);
  return parsed;
}

function parseAfresh(file: SourceFile): ParsedSource {
  const ending = file.name.slice(file.name.lastIndexOf(".") + 1);
  try {
    const { tokens, scopes } = parse(file.text, ending !== "ts", ending.startsWith("ts"), false);
    return { kind: "parsed", file, tokens, scopes, lineStarts: lineStartsOf(file.text) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const place = (error as { loc?: { line: number; column: number } }).loc;
    if (!place) throw error;
    return {
      kind: "invalid",
      file,
      message: error.message.replace(/ \(\d+:\d+\)$/, ""),
      position: { file: file.name, line: place.line, column: place.column },
    };
  }
}

/** Offsets at which the lines of a text start (ECMA-262, 12.3: LF, CR, CRLF, LS and PS end a line; editors count LF, CR and CRLF). */
export function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (const end of text.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length);
  return starts;
}

/** The place of an offset, found by bisection. */
export function positionAt(file: string, lineStarts: readonly number[], offset: number): Position {
  let low = 0;
  let high = lineStarts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { file, line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}

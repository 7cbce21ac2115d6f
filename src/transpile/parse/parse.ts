/** Parses one source file with sucrase's parser, once, and remembers the result for as long as the file object lives. */
import { type ParserScope, type ParserToken, parse } from "sucrase/dist/parser/index.js";
import type { Position } from "../../workflow/position.ts";
import type { SourceFile } from "../../workflow/project.ts";
import { type Brackets, bracketsOf } from "./brackets.ts";
import "./reading-again.ts";

export type ParsedFile = Brackets & {
  readonly kind: "parsed";
  readonly file: SourceFile;
  readonly isTypeScript: boolean;
  /** The last one is the end of the file. */
  readonly tokens: readonly ParserToken[];
  readonly scopes: readonly ParserScope[];
  readonly lineStarts: readonly number[];
};

type ParseResult = ParsedFile | { readonly kind: "invalid"; readonly file: SourceFile; readonly position: Position };

const results = new WeakMap<SourceFile, ParseResult>();

export function parseSource(file: SourceFile): ParseResult {
  const known = results.get(file);
  if (known) return known;
  const result = parseAfresh(file);
  results.set(file, result);
  return result;
}

function parseAfresh(file: SourceFile): ParseResult {
  const isTypeScript = /\.tsx?$/.test(file.name);
  const lineStarts = lineStartsOf(file.text);
  try {
    const { tokens, scopes } = parse(file.text, !file.name.endsWith(".ts"), isTypeScript, false);
    return { kind: "parsed", file, isTypeScript, tokens, scopes, lineStarts, ...bracketsOf(tokens) };
  } catch (error) {
    // What is no SyntaxError is sucrase's own: it miscounts its scopes in programs that are right.
    if (
      !(error instanceof SyntaxError) &&
      !(error instanceof Error && error.message.startsWith("Invalid scope depth"))
    ) {
      throw error;
    }
    const { pos = 0 } = error as { pos?: number };
    return { kind: "invalid", file, position: positionAt(file.name, lineStarts, pos) };
  }
}

/** Offsets at which lines start, as editors count them: after LF, CR and CRLF. */
function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) starts.push(index + 1);
  }
  return starts;
}

/** The 0-based line of an offset, found by bisection. */
export function lineIndexAt(lineStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = lineStarts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

function positionAt(file: string, lineStarts: readonly number[], offset: number): Position {
  const line = lineIndexAt(lineStarts, offset);
  return { file, line: line + 1, column: offset - (lineStarts[line] ?? 0) + 1 };
}

export function positionOfToken(parsed: ParsedFile, index: number): Position {
  return positionAt(parsed.file.name, parsed.lineStarts, parsed.tokens[index]?.start ?? 0);
}

export function textOf(parsed: ParsedFile, index: number): string {
  const token = parsed.tokens[index];
  return token ? parsed.file.text.slice(token.start, token.end) : "";
}

/** One file's share of the bundle as it is written: stretches of source copied as they stand, others replaced, each mapped to its place. */
import type { ParsedFile } from "../parse/parse.ts";
import type { SourceWriter, WriterSource } from "./source-writer.ts";

export class FileOutput {
  readonly #parsed: ParsedFile;
  readonly #sourceIndex: number;
  readonly #writer: SourceWriter;
  readonly #source: WriterSource;
  /** Where the stretch of source begins that is yet to be copied. */
  from = 0;

  constructor(parsed: ParsedFile, sourceIndex: number, writer: SourceWriter) {
    this.#parsed = parsed;
    this.#sourceIndex = sourceIndex;
    this.#writer = writer;
    this.#source = { text: parsed.file.text, lineStarts: parsed.lineStarts };
  }

  start(index: number): number {
    return this.#parsed.tokens[index]?.start ?? this.#source.text.length;
  }

  endOf(index: number): number {
    return this.#parsed.tokens[index]?.end ?? this.#source.text.length;
  }

  copyTo(offset: number): void {
    if (offset > this.from) this.#writer.copy(this.#sourceIndex, this.#source, this.from, offset);
    this.from = Math.max(this.from, offset);
  }

  insert(text: string, offset: number): void {
    this.copyTo(offset);
    this.#writer.insert(text, this.#sourceIndex, this.#source, offset);
  }

  /** Leaves out tokens, but not the line breaks among them. */
  drop(start: number, end: number, replacement = ""): void {
    this.copyTo(this.start(start));
    if (replacement !== "") this.insert(replacement, this.start(start));
    const dropped = this.#source.text.slice(this.start(start), this.endOf(end - 1));
    this.from = this.endOf(end - 1);
    for (const _ of dropped.match(/\r\n?|\n/g) ?? []) this.#writer.lineBreak();
  }

  replace(index: number, text: string): void {
    this.drop(index, index + 1, text);
  }

  /** Adds code that stands for the source at `offset`, wherever the copy has come. */
  place(text: string, offset: number): void {
    this.#writer.insert(text, this.#sourceIndex, this.#source, offset);
  }

  /** Adds code that stands for nothing in the source. */
  add(text: string): void {
    this.#writer.insertUnmapped(text);
  }
}

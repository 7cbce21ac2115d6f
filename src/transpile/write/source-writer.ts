/** Collects generated code together with its source map (ECMA-426). */
import { lineIndexAt } from "../parse/parse.ts";
import { encodeVlq } from "../vlq.ts";

export type WriterSource = { readonly text: string; readonly lineStarts: readonly number[] };

export class SourceWriter {
  #code = "";
  #mappings = "";
  #lineStart = 0;
  #hasSegment = false;
  /** The segment written last: generated column, source, line, column. */
  #last: [number, number, number, number] = [0, 0, 0, 0];

  get code(): string {
    return this.#code;
  }

  get mappings(): string {
    return this.#mappings;
  }

  /** Copies a stretch of a source as it stands. */
  copy(sourceIndex: number, source: WriterSource, start: number, end: number): void {
    let line = lineIndexAt(source.lineStarts, start);
    for (let from = start; from < end; line++) {
      const nextLine = source.lineStarts[line + 1] ?? Number.POSITIVE_INFINITY;
      const to = Math.min(end, nextLine);
      this.#map(sourceIndex, line, from - (source.lineStarts[line] ?? 0));
      this.#code += source.text.slice(from, to);
      if (to === nextLine) this.#endLine();
      from = to;
    }
  }

  /** Adds code of our own that stands for the source at `offset`; it may not hold a line break. */
  insert(text: string, sourceIndex: number, source: WriterSource, offset: number): void {
    const line = lineIndexAt(source.lineStarts, offset);
    this.#map(sourceIndex, line, offset - (source.lineStarts[line] ?? 0));
    this.#code += text;
  }

  /** Adds code that stands for nothing in any source; it may not hold a line break. */
  insertUnmapped(text: string): void {
    this.#code += text;
  }

  lineBreak(): void {
    this.#code += "\n";
    this.#endLine();
  }

  #endLine(): void {
    this.#mappings += ";";
    this.#lineStart = this.#code.length;
    this.#hasSegment = false;
    this.#last[0] = 0;
  }

  #map(sourceIndex: number, line: number, column: number): void {
    const generated = this.#code.length - this.#lineStart;
    const [lastGenerated, lastSource, lastLine, lastColumn] = this.#last;
    const isStraightOn =
      this.#hasSegment &&
      sourceIndex === lastSource &&
      line === lastLine &&
      column - lastColumn === generated - lastGenerated;
    if (isStraightOn) return;
    if (this.#hasSegment) this.#mappings += ",";
    this.#mappings +=
      encodeVlq(generated - lastGenerated) +
      encodeVlq(sourceIndex - lastSource) +
      encodeVlq(line - lastLine) +
      encodeVlq(column - lastColumn);
    this.#last = [generated, sourceIndex, line, column];
    this.#hasSegment = true;
  }
}

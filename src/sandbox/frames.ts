/** Stack frames of the guest, as places in the author's source. */
import type { Frame } from "../workflow/execution.ts";
import { parseJson } from "../workflow/json.ts";
import type { Position } from "../workflow/position.ts";
import type { Program } from "../workflow/program.ts";
import { PACKAGE } from "./prelude.ts";
import type { Locate } from "./sandbox.ts";

export class Frames {
  /** The author's file that holds the workflow. */
  readonly entrySource: string;
  readonly #files: ReadonlySet<string>;
  readonly #prefixLength: number;
  readonly #locate: Locate;

  /** @param prefixLength how many characters stand before a unit's code on its first line. */
  constructor(program: Program, prefixLength: number, locate: Locate) {
    const entry = program.units.find((unit) => unit.file === program.entry);
    const sources = entry?.sources ?? [];
    this.entrySource = sources.includes(program.entry) ? program.entry : (sources.at(-1) ?? program.entry);
    this.#files = new Set(program.units.map((unit) => unit.file));
    this.#prefixLength = prefixLength;
    this.#locate = locate;
  }

  /** @param sites one frame a line: file, line, column and function name, divided by tabs. */
  parse(sites: string): readonly Frame[] {
    return sites.split("\n").flatMap((site): Frame[] => {
      if (site === "") return [];
      const [file = "", line = "", column = "", name = ""] = site.split("\t");
      const functionName = String(parseJson(`"${name}"`));
      const position = this.#position(file, Number(line), Number(column));
      if (position) return [{ functionName, position, origin: "author" }];
      return [{ functionName, origin: file === PACKAGE ? "package" : "glue" }];
    });
  }

  /** The first of the author's places in `place`: file, line and column a line, divided by tabs. */
  nearest(place: string): Position | undefined {
    for (const site of place.split("\n")) {
      const [file = "", line = "", column = ""] = site.split("\t");
      const position = this.#position(file, Number(line), Number(column));
      if (position) return position;
    }
    return undefined;
  }

  /** Where an error is reported: the first frame in the entry file (recorded), else the author's first frame. */
  reported(frames: readonly Frame[]): Position | undefined {
    const own = frames.filter((frame) => frame.position);
    return (own.find((frame) => frame.position?.file === this.entrySource) ?? own[0])?.position;
  }

  /** The frames as the lines of a stack. */
  toStack(frames: readonly Frame[]): string {
    return frames
      .filter((frame) => frame.origin !== "glue")
      .map(({ functionName, position, origin }) => {
        const place = position ? `${position.file}:${position.line}:${position.column}` : origin;
        return functionName === "" ? `\tat ${place}` : `\tat ${functionName} (${place})`;
      })
      .join("\n");
  }

  #position(file: string, line: number, column: number): Position | null {
    if (!this.#files.has(file) || !(line > 0)) return null;
    return this.#locate(file, line, line === 1 ? Math.max(1, column - this.#prefixLength) : column);
  }
}

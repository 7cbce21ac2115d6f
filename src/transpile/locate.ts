/** Maps places in running code back to the author's source through the source map (ECMA-426). */
import type { Position } from "../workflow/position.ts";
import type { Program, Unit } from "../workflow/program.ts";
import { addVlq } from "./vlq.ts";

/** Finds the author's place for a 1-based place in a unit's code; null where no source stands behind it. */
type Locate = (file: string, line: number, column: number) => Position | null;

type Segment = {
  readonly column: number;
  readonly source: number;
  readonly line: number;
  readonly sourceColumn: number;
};

/** Decodes the mappings when first asked. */
export function createLocator({ unit, transpiler }: Program): Locate {
  let decoded: readonly (readonly Segment[])[] | null = null;
  return (file, line, column) => {
    if (file !== unit.file) return null;
    decoded ??= decodeMappings(unit.mappings);
    return positionOf(unit, decoded[line - 1] ?? [], column - 1, transpiler === "sucrase");
  };
}

/**
 * The last segment that starts at or before the column; the line's first one for a column before them all.
 * @param isStraight whether a segment stands for a stretch copied as it was, so that places inside it can be counted on.
 */
function positionOf(unit: Unit, segments: readonly Segment[], column: number, isStraight: boolean): Position | null {
  let from = 0;
  let to = segments.length;
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if ((segments[middle]?.column ?? 0) > column) to = middle;
    else from = middle;
  }
  const found = segments[from];
  const file = found && unit.sources[found.source];
  if (!found || file === undefined) return null;
  const offset = isStraight ? Math.max(0, column - found.column) : 0;
  return { file, line: found.line + 1, column: found.sourceColumn + offset + 1 };
}

function decodeMappings(mappings: string): readonly (readonly Segment[])[] {
  const state = [0, 0, 0, 0, 0];
  return mappings.split(";").map((line) => {
    state[0] = 0;
    const segments: Segment[] = [];
    for (const group of line.split(",")) {
      if (group === "") continue;
      const count = addVlq(group, state);
      const [column = 0, source = 0, sourceLine = 0, sourceColumn = 0] = state;
      if (count > 1) segments.push({ column, source, line: sourceLine, sourceColumn });
    }
    return segments;
  });
}

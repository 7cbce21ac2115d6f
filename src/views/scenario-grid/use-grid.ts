/** Which rows and columns of the grid are drawn, and which cell the keyboard is on. */
import { useMemo, useState } from "react";
import { type GridRow, gridRows } from "./grid-rows.ts";
import type { GridPlace } from "./GridTable.tsx";
import type { JudgedScenario } from "./judged-scenarios.ts";

type Grid = {
  readonly rows: readonly GridRow[];
  readonly columns: readonly number[];
  /** Of the columns, where there is room for one. */
  readonly shown: number;
  readonly choose: (column: number) => void;
  readonly focused: GridPlace;
  readonly focus: (place: GridPlace) => void;
  /** That of the cell which was gone to; null before, and on the head. */
  readonly row: GridRow | null;
};

/**
 * @param all the places in the list of scenarios that can be seen.
 * @param open the scenario that is open.
 */
export function useGrid(
  judged: readonly JudgedScenario[],
  all: readonly number[],
  open: number,
  isNarrow: boolean,
): Grid {
  const [chosen, setChosen] = useState<number | null>(null);
  const [place, setPlace] = useState<GridPlace | null>(null);
  const [first = 0] = all;
  const wanted = chosen ?? open;
  const shown = all.includes(wanted) ? wanted : first;
  const rows = useMemo(() => {
    const every = gridRows(judged);
    return isNarrow ? every.filter(({ cells }) => cells[shown] !== null) : every;
  }, [judged, isNarrow, shown]);
  const columns = useMemo(() => (isNarrow ? [shown] : all), [isNarrow, shown, all]);
  const isThere = place !== null && columns.includes(place.column) && place.row <= rows.length;
  const focused = isThere ? place : { row: 0, column: columns.includes(open) ? open : (columns[0] ?? 0) };
  const row = (place !== null && rows[focused.row - 1]) || null;
  return { rows, columns, shown, choose: setChosen, focused, focus: setPlace, row };
}

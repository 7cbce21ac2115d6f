/** All scenarios at once: how many hold, what fails and where, and the table of claims; what is seen can be expected. */
import { useCallback, useEffect, useMemo, useState } from "react";
import { scenarioCommands } from "../../store/edit-scenarios.ts";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import { useNarrow } from "../editor/use-narrow.ts";
import { useUndo } from "../scenario/use-undo.tsx";
import { CellDetails } from "./CellDetails.tsx";
import { Failures } from "./Failures.tsx";
import { gridRows } from "./grid-rows.ts";
import { GridSummary } from "./GridSummary.tsx";
import { type GridPlace, GridTable } from "./GridTable.tsx";
import { ScenarioChoice } from "./ScenarioChoice.tsx";
import { openCell } from "./open-cell.ts";
import { UnreachedWrites } from "./UnreachedWrites.tsx";
import { useIsStale, useJudgedScenarios } from "./use-judged-scenarios.ts";
import "./scenario-grid.css";

export function ScenarioGrid() {
  const store = usePlaygroundStore();
  const judged = useJudgedScenarios();
  const isStale = useIsStale();
  const isNarrow = useNarrow();
  const open = usePlayground(({ scenarioIndex }) => scenarioIndex);
  const { reset, note } = useUndo();
  const [chosen, setChosen] = useState<number | null>(null);
  const shown = Math.min(chosen ?? open, judged.length - 1);
  const rows = useMemo(() => {
    const all = gridRows(judged);
    return isNarrow ? all.filter(({ cells }) => cells[shown] !== null) : all;
  }, [judged, isNarrow, shown]);
  const columns = useMemo(() => (isNarrow ? [shown] : judged.map((_, index) => index)), [isNarrow, shown, judged]);
  const [place, setPlace] = useState<GridPlace | null>(null);
  const [column = 0] = columns;
  const focused =
    place && columns.includes(place.column) && place.row <= rows.length
      ? place
      : { row: 0, column: columns.includes(open) ? open : column };
  const row = rows[focused.row - 1];

  useEffect(() => {
    // On a narrow page the row of tabs may be wider than the page.
    document.querySelector('.run [role="tab"][data-state="active"]')?.scrollIntoView({ block: "nearest" });
  }, []);

  const onOpen = useCallback(
    (at: GridPlace) => {
      const aspect = rows[at.row - 1]?.aspect;
      if (aspect) openCell(store, at.column, aspect);
      else scenarioCommands(store).choose(at.column);
    },
    [store, rows],
  );

  return (
    <div className={isStale ? "scenario-grid scenario-grid--stale" : "scenario-grid"}>
      <GridSummary judged={judged} reset={reset} />
      {note}
      <Failures judged={judged} />
      <UnreachedWrites judged={judged} />
      {isNarrow && judged.length > 1 && <ScenarioChoice judged={judged} shown={shown} onChoose={setChosen} />}
      <GridTable
        rows={rows}
        judged={judged}
        columns={columns}
        open={open}
        focused={focused}
        onFocus={setPlace}
        onOpen={onOpen}
      />
      {place !== null && row && (
        <CellDetails
          key={row.key}
          row={row}
          column={focused.column}
          name={judged[focused.column]?.name ?? ""}
          reset={reset}
        />
      )}
    </div>
  );
}

/** All scenarios at once: how many hold, what fails and where, and the table of claims; what is seen can be expected. */
import { useCallback, useEffect, useMemo } from "react";
import { scenarioCommands } from "../../store/edit-scenarios.ts";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import { useNarrow } from "../editor/use-narrow.ts";
import { useUndo } from "../scenario/use-undo.tsx";
import { CellDetails } from "./CellDetails.tsx";
import { Failures } from "./Failures.tsx";
import { GridSummary } from "./GridSummary.tsx";
import { type GridPlace, GridTable } from "./GridTable.tsx";
import { ScenarioChoice } from "./ScenarioChoice.tsx";
import { openCell } from "./open-cell.ts";
import { UnreachedWrites } from "./UnreachedWrites.tsx";
import { useGrid } from "./use-grid.ts";
import { useIsStale, useJudgedScenarios } from "./use-judged-scenarios.ts";
import "./scenario-grid.css";

export function ScenarioGrid() {
  const store = usePlaygroundStore();
  const judged = useJudgedScenarios();
  const isStale = useIsStale();
  const isNarrow = useNarrow();
  const open = usePlayground(({ scenarioIndex }) => scenarioIndex);
  const { reset, note } = useUndo();
  const all = useMemo(() => [...judged.keys()], [judged]);
  const { rows, columns, shown, choose, focused, focus, row } = useGrid(judged, all, open, isNarrow);

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
    <div className={`scenario-grid ${isStale ? "scenario-grid--stale" : ""} ${isNarrow ? "scenario-grid--one" : ""}`}>
      <GridSummary judged={judged} reset={reset} />
      {note}
      <Failures judged={judged} />
      <UnreachedWrites judged={judged} />
      {isNarrow && judged.length > 1 && (
        <ScenarioChoice judged={judged} choices={all} shown={shown} onChoose={choose} />
      )}
      <GridTable
        rows={rows}
        judged={judged}
        columns={columns}
        open={open}
        focused={focused}
        onFocus={focus}
        onOpen={onOpen}
      />
      {row && (
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

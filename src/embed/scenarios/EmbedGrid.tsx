/** The grid of claims and scenarios in an embed: to read, cell by cell. */
import { useCallback } from "react";
import { scenarioCommands } from "../../store/edit-scenarios.ts";
import { usePlaygroundStore } from "../../store/use-playground.ts";
import { useNarrow } from "../../views/editor/use-narrow.ts";
import { CellSaid } from "../../views/scenario-grid/CellSaid.tsx";
import { Failures } from "../../views/scenario-grid/Failures.tsx";
import { type GridPlace as Place, GridTable } from "../../views/scenario-grid/GridTable.tsx";
import type { JudgedScenario } from "../../views/scenario-grid/judged-scenarios.ts";
import { ScenarioChoice } from "../../views/scenario-grid/ScenarioChoice.tsx";
import { StatusCounts } from "../../views/scenario-grid/StatusCounts.tsx";
import { useGrid } from "../../views/scenario-grid/use-grid.ts";
import { useIsStale } from "../../views/scenario-grid/use-judged-scenarios.ts";
import "../../views/scenario-grid/scenario-grid.css";
import { GridPlace } from "./GridPlace.tsx";

/** Less room has a place for one scenario. */
const NARROW_EMBED = "(max-width: 479px)";

type EmbedGridProps = {
  readonly judged: readonly JudgedScenario[];
  /** The places in the list that a reader sees. */
  readonly shown: readonly number[];
  readonly open: number;
};

export function EmbedGrid({ judged, shown, open }: EmbedGridProps) {
  const store = usePlaygroundStore();
  const isStale = useIsStale();
  const isNarrow = useNarrow(NARROW_EMBED);
  const grid = useGrid(judged, shown, open, isNarrow);
  const onOpen = useCallback(({ column }: Place) => scenarioCommands(store).choose(column), [store]);
  const seen = shown.flatMap((index) => judged[index] ?? []);
  if (seen.every(({ status }) => status === "waiting")) return <GridPlace />;
  const { row, focused } = grid;
  const cell = row?.cells[focused.column];
  return (
    <div className={`scenario-grid ${isStale ? "scenario-grid--stale" : ""} ${isNarrow ? "scenario-grid--one" : ""}`}>
      <div className="scenario-grid__bar">
        <StatusCounts judged={seen} />
      </div>
      <Failures judged={seen} />
      {isNarrow && shown.length > 1 && (
        <ScenarioChoice judged={judged} choices={shown} shown={grid.shown} onChoose={grid.choose} />
      )}
      <GridTable
        rows={grid.rows}
        judged={judged}
        columns={grid.columns}
        open={open}
        focused={focused}
        onFocus={grid.focus}
        onOpen={onOpen}
      />
      {row && cell && (
        <div className="scenario-grid__details">
          <CellSaid cell={cell} label={row.label} name={judged[focused.column]?.name ?? ""} />
        </div>
      )}
    </div>
  );
}

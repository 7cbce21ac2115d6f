/** What there is to say of the chosen cell, and what can be expected of it. */
import { dropAspect, expectAspect } from "../../expect/expect-aspect.ts";
import { scenarioCommands } from "../../store/edit-scenarios.ts";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import { secretsIn } from "../../workflow/redact-secrets.ts";
import { Button } from "../parts/Button.tsx";
import { expectSeen, seenResultOf } from "../scenario/expect-seen.ts";
import type { Reset } from "../scenario/reset.ts";
import { CellSaid } from "./CellSaid.tsx";
import type { GridRow } from "./grid-rows.ts";

type CellDetailsProps = {
  readonly row: GridRow;
  /** Which scenario, by its place in the list. */
  readonly column: number;
  readonly name: string;
  readonly reset: Reset;
};

export function CellDetails({ row, column, name, reset }: CellDetailsProps) {
  const store = usePlaygroundStore();
  const scenario = usePlayground(({ project }) => project.scenarios[column]);
  const cell = row.cells[column];
  const { expect: write } = scenarioCommands(store);
  if (scenario === undefined || !cell) return null;
  const without = dropAspect(scenario.expect, row.aspect);

  function expectThis(): void {
    if (scenario === undefined) return;
    const result = seenResultOf(store, scenario);
    const next = result && expectAspect(scenario.expect, row.aspect, result, secretsIn(scenario.env));
    // What cannot stand beside the rest takes its place.
    if (next === null) expectSeen(store, [column], reset);
    else reset(`${row.label} is expected as it is.`, () => write(new Map([[column, next]])));
  }

  return (
    <div className="scenario-grid__details">
      <CellSaid cell={cell} label={row.label} name={name} />
      <Button look="quiet" disabled={cell.verdict === "holds" || cell.spoken === "not issued"} onClick={expectThis}>
        Expect this
      </Button>
      <Button
        look="quiet"
        disabled={without === scenario.expect}
        onClick={() =>
          reset(`Nothing is expected of ${row.label} any more.`, () => write(new Map([[column, without]])))
        }
      >
        Expect nothing of it
      </Button>
    </div>
  );
}

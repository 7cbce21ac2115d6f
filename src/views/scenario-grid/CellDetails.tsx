/** What there is to say of the chosen cell, and what can be expected of it. */
import { expectNothingOf, expectOneThing } from "../../expect/one-thing.ts";
import { scenarioCommands } from "../../store/edit-scenarios.ts";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import { secretsIn } from "../../workflow/redact-secrets.ts";
import { Button } from "../parts/Button.tsx";
import { VisibleText } from "../parts/VisibleText.tsx";
import { PositionLink } from "../result/PositionLink.tsx";
import { expectSeen, seenResultOf } from "../scenario/expect-seen.ts";
import type { Reset } from "../scenario/reset.ts";
import type { GridRow } from "./grid-rows.ts";

const LONGEST_TEXT = 400;

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
  const failing = cell.checks.filter(({ status }) => status === "fails");
  const without = expectNothingOf(scenario.expect, row.aspect);
  const said = failing.length > 0 ? failing.map(({ sentence }) => sentence).join("; ") : cell.spoken;

  function expectThis(): void {
    if (scenario === undefined) return;
    const result = seenResultOf(store, scenario);
    const next = result && expectOneThing(scenario.expect, row.aspect, result, secretsIn(scenario.env));
    // What cannot stand beside the rest takes its place.
    if (next === null) expectSeen(store, [column], reset);
    else reset(`${row.label} is expected as it is.`, () => write(new Map([[column, next]])));
  }

  return (
    <div className="scenario-grid__details">
      <p className="scenario-grid__said">
        <strong>
          <VisibleText text={`${name} › ${row.label}`} />
        </strong>{" "}
        <VisibleText text={said.slice(0, LONGEST_TEXT)} />
        {cell.verdict === "holds" && ", as expected"}
        {cell.verdict === null && ", nothing is expected"}{" "}
        {cell.position && <PositionLink position={cell.position} isShort />}
      </p>
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

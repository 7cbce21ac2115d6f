/** One cell in a sentence: what the scenario did, or what fails, with its place. */
import { VisibleText } from "../parts/VisibleText.tsx";
import { PositionLink } from "../result/PositionLink.tsx";
import type { GridCell } from "./grid-rows.ts";

const LONGEST_TEXT = 400;

type CellSaidProps = {
  readonly cell: GridCell;
  /** The row's. */
  readonly label: string;
  /** The scenario's. */
  readonly name: string;
};

export function CellSaid({ cell, label, name }: CellSaidProps) {
  const failing = cell.checks.filter(({ status }) => status === "fails");
  const said = failing.length > 0 ? failing.map(({ sentence }) => sentence).join("; ") : cell.spoken;
  return (
    <p className="scenario-grid__said">
      <strong>
        <VisibleText text={`${name} › ${label}`} />
      </strong>{" "}
      <VisibleText text={said.slice(0, LONGEST_TEXT)} />
      {cell.verdict === "holds" && ", as expected"}
      {cell.verdict === null && ", nothing is expected"}{" "}
      {cell.position && <PositionLink position={cell.position} isShort />}
    </p>
  );
}

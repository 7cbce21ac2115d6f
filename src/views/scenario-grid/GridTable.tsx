/** Claim × scenario as a table: the arrow keys go from cell to cell, and each cell opens what it speaks of. */
import { memo, type KeyboardEvent, useRef } from "react";
import { Icon } from "../parts/icons.tsx";
import { useGrowingLimit } from "../parts/use-growing-limit.ts";
import { VisibleText } from "../parts/VisibleText.tsx";
import { toVisibleText } from "../parts/visible-pieces.ts";
import type { GridCell, GridRow } from "./grid-rows.ts";
import type { JudgedScenario } from "./judged-scenarios.ts";
import { STATUS_LOOKS } from "./status-looks.ts";

/** About how many cells are drawn at first. */
const FIRST_CELLS = 600;
const LEAST_ROWS = 12;

/** Row 0 is the head. */
export type GridPlace = { readonly row: number; readonly column: number };

type GridTableProps = {
  readonly rows: readonly GridRow[];
  readonly judged: readonly JudgedScenario[];
  /** The places in the list of scenarios that are shown. */
  readonly columns: readonly number[];
  readonly open: number;
  readonly focused: GridPlace;
  readonly onFocus: (place: GridPlace) => void;
  readonly onOpen: (place: GridPlace) => void;
};

export const GridTable = memo(function GridTable(props: GridTableProps) {
  const { rows, judged, columns, open, focused, onFocus, onOpen } = props;
  const batch = Math.max(LEAST_ROWS, Math.floor(FIRST_CELLS / Math.max(1, columns.length)));
  const { limit, endRef, grow } = useGrowingLimit(rows.length, batch);
  const table = useRef<HTMLTableElement>(null);
  const last = Math.min(limit, rows.length);

  function onKeyDown(event: KeyboardEvent): void {
    const next = placeAfter(event.key, focused, columns, last);
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>(`[data-place="${next.row} ${next.column}"]`)?.focus();
  }

  return (
    <table className="grid" ref={table} onKeyDown={onKeyDown} aria-label="What each scenario does to each claim">
      <thead>
        <tr>
          <th scope="col" className="grid__corner">
            <span className="only-read">Claim</span>
          </th>
          {columns.map((column) => (
            <HeadCell
              key={column}
              scenario={judged[column]}
              column={column}
              isOpen={column === open}
              isFocusable={focused.row === 0 && focused.column === column}
              onFocus={onFocus}
              onOpen={onOpen}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, limit).map((row, at) => (
          <Row
            key={row.key}
            row={row}
            at={at + 1}
            columns={columns}
            open={open}
            focusable={focused.row === at + 1 ? focused.column : null}
            onFocus={onFocus}
            onOpen={onOpen}
          />
        ))}
        {limit < rows.length && (
          <tr>
            <td colSpan={columns.length + 1}>
              <button type="button" className="claims__toggle" ref={endRef} onClick={grow}>
                {(rows.length - limit).toLocaleString("en")} more rows · show
              </button>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
});

function placeAfter(
  key: string,
  { row, column }: GridPlace,
  columns: readonly number[],
  last: number,
): GridPlace | null {
  const at = columns.indexOf(column);
  const columnAt = (index: number) => columns[Math.min(Math.max(0, index), columns.length - 1)] ?? column;
  switch (key) {
    case "ArrowUp":
      return { row: Math.max(0, row - 1), column };
    case "ArrowDown":
      return { row: Math.min(last, row + 1), column };
    case "ArrowLeft":
      return { row, column: columnAt(at - 1) };
    case "ArrowRight":
      return { row, column: columnAt(at + 1) };
    case "Home":
      return { row, column: columnAt(0) };
    case "End":
      return { row, column: columnAt(columns.length - 1) };
    default:
      return null;
  }
}

type PlacedProps = Pick<GridTableProps, "onFocus" | "onOpen"> & { readonly column: number };

type HeadCellProps = PlacedProps & {
  readonly scenario: JudgedScenario | undefined;
  readonly isOpen: boolean;
  readonly isFocusable: boolean;
};

function HeadCell({ scenario, column, isOpen, isFocusable, onFocus, onOpen }: HeadCellProps) {
  if (scenario === undefined) return null;
  const { sign, word, tone } = STATUS_LOOKS[scenario.status];
  return (
    <th scope="col" className="grid__head" aria-current={isOpen || undefined}>
      <button
        type="button"
        className={`grid__button grid__button--head ${isOpen ? "grid__button--open" : ""}`}
        data-place={`0 ${column}`}
        tabIndex={isFocusable ? 0 : -1}
        aria-label={`${toVisibleText(scenario.name)}, ${word}`}
        onFocus={() => onFocus({ row: 0, column })}
        onClick={() => onOpen({ row: 0, column })}
      >
        <span className={`grid__status grid__status--${tone}`} aria-hidden="true">
          {sign}
        </span>
        <span className="grid__name">
          <VisibleText text={scenario.name} />
        </span>
      </button>
    </th>
  );
}

type RowProps = Pick<GridTableProps, "columns" | "open" | "onFocus" | "onOpen"> & {
  readonly row: GridRow;
  readonly at: number;
  /** The column that the Tab key reaches; null where none of this row is. */
  readonly focusable: number | null;
};

const Row = memo(function Row({ row, at, columns, open, focusable, onFocus, onOpen }: RowProps) {
  return (
    <tr>
      <th scope="row" className="grid__claim">
        <VisibleText text={row.label} />
        {row.token !== null && <span className="grid__token"> {row.token}</span>}
      </th>
      {columns.map((column) => (
        <td key={column} className={column === open ? "grid__cell grid__cell--open" : "grid__cell"}>
          <CellButton
            cell={row.cells[column] ?? null}
            at={at}
            column={column}
            isFocusable={focusable === column}
            onFocus={onFocus}
            onOpen={onOpen}
          />
        </td>
      ))}
    </tr>
  );
});

type CellButtonProps = PlacedProps & {
  readonly cell: GridCell | null;
  readonly at: number;
  readonly isFocusable: boolean;
};

const CellButton = memo(function CellButton({ cell, at, column, isFocusable, onFocus, onOpen }: CellButtonProps) {
  const verdict = cell?.verdict ?? null;
  return (
    <button
      type="button"
      className={`grid__button grid__button--${verdict ?? cell?.tone ?? "plain"}`}
      data-place={`${at} ${column}`}
      tabIndex={isFocusable ? 0 : -1}
      onFocus={() => onFocus({ row: at, column })}
      onClick={() => onOpen({ row: at, column })}
    >
      {cell && (
        <>
          <span aria-hidden="true" className="grid__value">
            {cell.sign !== "" && <span className={`grid__sign grid__sign--${cell.tone ?? "plain"}`}>{cell.sign}</span>}
            {cell.text !== "" && (
              <span className="grid__text">
                <VisibleText text={cell.text} />
              </span>
            )}
          </span>
          <span className="only-read">
            <VisibleText text={cell.spoken} />
          </span>
        </>
      )}
      {cell === null && <span className="only-read">nothing</span>}
      {verdict === "holds" && (
        <span className="grid__verdict grid__verdict--holds">
          <Icon name="check" />
          <span className="only-read">, as expected</span>
        </span>
      )}
      {verdict === "fails" && (
        <span className="grid__verdict grid__verdict--fails">
          <span aria-hidden="true">▲</span>
          <span className="only-read">, not as expected</span>
        </span>
      )}
    </button>
  );
});

/** The rows of the claims list from one result to the next: which are new, which changed, and in which order they stand. */
import type { ClaimChange } from "../../../workflow/claim.ts";

export type ClaimRow = {
  readonly change: ClaimChange;
  /** How often this row has changed since the list was opened. 0 for a row that was there at the start. */
  readonly version: number;
};

export type ClaimRows = {
  /** Claims the run touched; during a burst of edits also those it no longer touches, at their places. */
  readonly listed: readonly ClaimRow[];
  /** Claims the run did not touch, folded into one line. */
  readonly folded: readonly ClaimRow[];
};

/** What a person sees of a change: where it was written from and how often does not light a row. */
function looksSame(one: ClaimChange, other: ClaimChange): boolean {
  return (
    one.state === other.state &&
    one.before === other.before &&
    one.after === other.after &&
    one.attempted?.text === other.attempted?.text
  );
}

function isSame(one: ClaimChange, other: ClaimChange): boolean {
  return (
    looksSame(one, other) &&
    one.attempted?.problem?.reason === other.attempted?.problem?.reason &&
    one.writes === other.writes &&
    one.position?.file === other.position?.file &&
    one.position?.line === other.position?.line &&
    one.position?.column === other.position?.column
  );
}

function rowOf(previous: ClaimRow | undefined, change: ClaimChange, isFirst: boolean): ClaimRow {
  if (previous === undefined) return { change, version: isFirst ? 0 : 1 };
  if (isSame(previous.change, change)) return previous;
  return { change, version: previous.version + (looksSame(previous.change, change) ? 0 : 1) };
}

/** Rows in the order of the changes, as they stand when nothing is being typed. Rows that did not change stay the same objects. */
export function sortedRows(changes: readonly ClaimChange[], previous?: ClaimRows): ClaimRows {
  const before = byName(previous);
  const rows = changes.map((change) => rowOf(before.get(change.name), change, previous === undefined));
  return {
    listed: rows.filter((row) => row.change.state !== "unchanged"),
    folded: rows.filter((row) => row.change.state === "unchanged"),
  };
}

/** Rows that keep their places: listed ones stay where they are, new ones enter beside their neighbour in the sorted order. */
export function steadyRows(changes: readonly ClaimChange[], previous: ClaimRows): ClaimRows {
  const sorted = sortedRows(changes, previous);
  const next = new Map([...sorted.listed, ...sorted.folded].map((row) => [row.change.name, row]));
  const listed = previous.listed.flatMap(({ change }) => next.get(change.name) ?? []);
  const isListed = new Set(listed.map((row) => row.change.name));
  sorted.listed.forEach((row, index) => {
    if (isListed.has(row.change.name)) return;
    const neighbour = sorted.listed[index - 1];
    listed.splice(neighbour ? listed.indexOf(neighbour) + 1 : 0, 0, row);
    isListed.add(row.change.name);
  });
  return { listed, folded: sorted.folded.filter((row) => !isListed.has(row.change.name)) };
}

function byName(rows: ClaimRows | undefined): ReadonlyMap<string, ClaimRow> {
  return new Map(rows ? [...rows.listed, ...rows.folded].map((row) => [row.change.name, row]) : []);
}

import { expect, test } from "vitest";
import type { ClaimChange, ClaimState } from "../../../workflow/claim.ts";
import { type ClaimRows, sortedRows, steadyRows } from "./claim-rows.ts";

function change(name: string, state: ClaimState, after = "1"): ClaimChange {
  return { name, state, after, writes: state === "unchanged" ? 0 : 1, rules: [] };
}

function names({ listed, folded }: ClaimRows) {
  return { listed: listed.map((row) => row.change.name), folded: folded.map((row) => row.change.name) };
}

const FIRST = sortedRows([
  change("sub", "prohibited"),
  change("a", "added"),
  change("b", "replaced"),
  change("u", "unchanged"),
]);

test("at first rows stand in the order of the changes, none of them lit", () => {
  expect(names(FIRST)).toEqual({ listed: ["sub", "a", "b"], folded: ["u"] });
  expect(FIRST.listed.map((row) => row.version)).toEqual([0, 0, 0]);
});

test("during a burst rows keep their places, also those the run no longer touches", () => {
  const next = steadyRows(
    [change("b", "emptied", "[]"), change("sub", "written-unchanged"), change("a", "unchanged")],
    FIRST,
  );
  expect(names(next)).toEqual({ listed: ["sub", "a", "b"], folded: [] });
  expect(next.listed.map((row) => row.change.state)).toEqual(["written-unchanged", "unchanged", "emptied"]);
});

test("a claim whose name is being typed keeps its place under each new name", () => {
  let rows = FIRST;
  for (const name of ["a1", "a12", "a123"]) {
    rows = steadyRows([change("sub", "prohibited"), change(name, "added"), change("b", "replaced")], rows);
    expect(names(rows).listed).toEqual(["sub", name, "b"]);
  }
});

test("a new row enters beside its neighbour; one without a neighbour comes first", () => {
  const next = steadyRows(
    [
      change("iss", "prohibited"),
      change("sub", "prohibited"),
      change("a", "added"),
      change("z", "added"),
      change("b", "replaced"),
    ],
    FIRST,
  );
  expect(names(next).listed).toEqual(["iss", "sub", "a", "z", "b"]);
});

test("once it is quiet the rows are sorted again, without lighting any", () => {
  const changes = [change("b", "added"), change("a", "replaced"), change("u", "unchanged")];
  const steady = steadyRows(changes, FIRST);
  const sorted = sortedRows(changes, steady);
  expect(names(steady).listed).toEqual(["a", "b"]);
  expect(names(sorted).listed).toEqual(["b", "a"]);
  expect(sorted.listed.map((row) => row.version)).toEqual([1, 1]);
});

test("rows that did not change stay the same objects; changed and new ones count up", () => {
  const next = steadyRows(
    [change("sub", "prohibited"), change("a", "added", "2"), change("n", "added"), change("b", "replaced")],
    FIRST,
  );
  expect(next.listed[0]).toBe(FIRST.listed[0]);
  expect(next.listed.map((row) => row.version)).toEqual([0, 1, 1, 0]);
});

test("a write that only moved in the source is a new row that is not lit", () => {
  const moved = { ...change("a", "added"), position: { file: "Workflow.ts", line: 9, column: 1 } };
  const next = steadyRows([change("sub", "prohibited"), moved, change("b", "replaced")], FIRST);
  expect(next.listed[1]).toEqual({ change: moved, version: 0 });
});

test("names of Object's own members are ordinary names", () => {
  const odd = ["__proto__", "constructor", "", "toString"];
  const rows = sortedRows(odd.map((name) => change(name, "added")));
  expect(
    names(
      steadyRows(
        odd.map((name) => change(name, "added", "2")),
        rows,
      ),
    ).listed,
  ).toEqual(odd);
});

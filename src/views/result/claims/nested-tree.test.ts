import { expect, test } from "vitest";
import { nestedChanges } from "../../../claims/nested-changes.ts";
import { nestedChangesOf } from "./nested-changes-of.ts";
import { type NestedNode, nestedTree } from "./nested-tree.ts";

type Drawn = string | readonly [string, readonly Drawn[]];

function drawn(nodes: readonly NestedNode[]): readonly Drawn[] {
  return nodes.map((node) => (node.change ? `${node.change.kind} ${node.label}` : [node.label, drawn(node.nodes)]));
}

function treeOf(before: unknown, after: unknown) {
  return drawn(nestedTree(nestedChanges(JSON.stringify(before), JSON.stringify(after)).changes));
}

test("a lone change is one line with the whole way to it", () => {
  expect(treeOf({ a: { b: { c: 1, d: 1 } } }, { a: { b: { c: 2, d: 1 } } })).toEqual(["changed a.b.c"]);
});

test("changes that share a way stand under it, forks at their own place", () => {
  expect(
    treeOf(
      { theme: { t: "s", v: "a" }, deep: { x: { one: 1, two: 2 } }, same: 1 },
      { theme: { t: "b", v: "b" }, deep: { x: { one: 2, two: 3, three: 4 } }, same: 1 },
    ),
  ).toEqual([
    ["theme", ["changed t", "changed v"]],
    ["deep.x", ["changed one", "changed two", "added three"]],
  ]);
});

test("items and odd names are labelled as one would write them", () => {
  expect(treeOf([{ "a b": 1 }, 2], [{ "a b": 2 }, 2, 3])).toEqual(['changed [0]["a b"]', "added [2]"]);
  expect(treeOf({ "": 1, __proto: 1 }, { "": 2, __proto: 2 })).toEqual(['changed [""]', "changed __proto"]);
});

test("a value replaced as a whole has one node without a way", () => {
  expect(treeOf([1], 2)).toEqual(["changed "]);
});

test("a tree is drawn only for long values of one kind", () => {
  const flags = JSON.stringify({ is_dark_mode: { t: "b", v: true }, theme: { t: "s", v: "aurora" } });
  expect(nestedChangesOf("[1]", "[1,2]")).toBeNull();
  expect(nestedChangesOf(flags, '"none"')).toBeNull();
  expect(nestedChangesOf(flags, flags.replace("true", "false"))).toEqual({
    changes: [{ path: ["is_dark_mode", "v"], kind: "changed", before: "true", after: "false" }],
    omitted: 0,
  });
});

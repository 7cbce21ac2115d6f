import { expect, test } from "vitest";
import { nestedChanges } from "./nested-changes.ts";

function changesOf(before: unknown, after: unknown) {
  return nestedChanges(JSON.stringify(before), JSON.stringify(after)).changes;
}

test("equal values have no changes; the order of names does not count", () => {
  expect(changesOf({ a: 1, b: { c: [1], d: 2 } }, { b: { d: 2, c: [1] }, a: 1 })).toEqual([]);
});

test("numbers are compared digit by digit and told as they are written", () => {
  expect(nestedChanges('{"a":[9007199254740992,1.0]}', '{"a":[9007199254740993,1]}').changes).toEqual([
    { path: ["a", 0], kind: "changed", before: "9007199254740992", after: "9007199254740993" },
  ]);
});

test("members added, removed and changed at any depth", () => {
  expect(changesOf({ t: "b", v: true, deep: { x: 1 } }, { t: "b", v: false, deep: {}, more: [1] })).toEqual([
    { path: ["v"], kind: "changed", before: "true", after: "false" },
    { path: ["deep", "x"], kind: "removed", before: "1" },
    { path: ["more"], kind: "added", after: "[1]" },
  ]);
});

test("an item inserted or removed in the middle is one change", () => {
  expect(changesOf(["a", "b", "c"], ["a", "x", "b", "c"])).toEqual([{ path: [1], kind: "added", after: '"x"' }]);
  expect(changesOf(["a", "b", "c"], ["a", "c"])).toEqual([{ path: [1], kind: "removed", before: '"b"' }]);
});

test("an item changed inside is followed into", () => {
  const role = { id: "1", key: "editor" };
  expect(changesOf(["x", role], ["y", "x", { ...role, key: "owner" }])).toEqual([
    { path: [0], kind: "added", after: '"y"' },
    { path: [2, "key"], kind: "changed", before: '"editor"', after: '"owner"' },
  ]);
});

test("a value of another kind is changed as a whole", () => {
  expect(changesOf({ a: [1] }, { a: { 0: 1 } })).toEqual([
    { path: ["a"], kind: "changed", before: "[1]", after: '{"0":1}' },
  ]);
  expect(changesOf([1], null)).toEqual([{ path: [], kind: "changed", before: "[1]", after: "null" }]);
});

test("names of Object's own members are ordinary names", () => {
  expect(nestedChanges('{"__proto__":{"a":1}}', '{"__proto__":{"a":2},"constructor":1,"":[]}').changes).toEqual([
    { path: ["__proto__", "a"], kind: "changed", before: "1", after: "2" },
    { path: ["constructor"], kind: "added", after: "1" },
    { path: [""], kind: "added", after: "[]" },
  ]);
});

test("more changes than the limit are counted; large arrays are compared by index", () => {
  const many = Array.from({ length: 1_000 }, (_, index) => index);
  const result = nestedChanges(JSON.stringify(many), JSON.stringify(many.map((item) => -item - 1)), 2);
  expect(result).toEqual({
    changes: [
      { path: [0], kind: "changed", before: "0", after: "-1" },
      { path: [1], kind: "changed", before: "1", after: "-2" },
    ],
    omitted: 998,
  });
});

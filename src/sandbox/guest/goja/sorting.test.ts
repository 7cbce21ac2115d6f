import { expect, test } from "vitest";
import { openGuest } from "../../../../testing/open-guest.ts";

test("only 'less?' counts: a boolean comparator sorts nothing, minus zero counts as less", async () => {
  const { evaluate } = await openGuest();
  expect(
    evaluate(`[[5, 1, 4, 2, 3].sort((a, b) => a > b), [1, 2, 3].sort(() => -0), [5, 1, 4].sort(() => 0),
      ["b", "a"].toSorted((a, b) => (a < b ? "-1" : "1"))]`),
  ).toEqual([
    [5, 1, 4, 2, 3],
    [3, 2, 1],
    [5, 1, 4],
    ["a", "b"],
  ]);
});

test("the comparator is asked in Go's order", async () => {
  const { evaluate } = await openGuest();
  expect(
    evaluate(`const asked = []; [3, 1, 2].sort((a, b) => { asked.push(a + "<" + b); return a - b; }); asked`),
  ).toEqual(["1<3", "2<3", "2<1"]);
});

test("holes and undefined go last, unasked", async () => {
  const { evaluate } = await openGuest();
  expect(
    evaluate(`const list = [3, undefined, , 1]; list.sort((a, b) => a - b);
      [list.length, 3 in list, Object.keys(list), list[0], list[1], [3, , 1].toSorted((a, b) => a - b).length]`),
  ).toEqual([4, false, ["0", "1", "2"], 1, 3, 3]);
});

test("long arrays are sorted stably", async () => {
  const { evaluate } = await openGuest();
  expect(
    evaluate(`let seed = 7;
      const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
      let wrong = 0;
      for (const length of [0, 1, 19, 20, 21, 39, 40, 41, 100, 257, 1000]) {
        const list = Array.from({ length }, (_, at) => ({ key: Math.floor(random() * 50), at }));
        list.sort((a, b) => a.key - b.key);
        for (let i = 1; i < length; i++)
          if (list[i - 1].key > list[i].key || (list[i - 1].key === list[i].key && list[i - 1].at > list[i].at)) wrong++;
      }
      wrong`),
  ).toBe(0);
});

test("what is no array, or has no comparator, sorts as everywhere", async () => {
  const { evaluate } = await openGuest();
  expect(
    evaluate(`[[10, 9, 1, undefined, "b", "B", null, true].sort(), ["é", "z", "a"].toSorted(),
      Array.prototype.sort.call({ 0: "b", 1: "a", length: 2 }, (a, b) => (a < b ? -1 : 1)),
      (() => { try { [1].sort(null) } catch (error) { return error.name } })(),
      (() => { try { Object.freeze([2, 1]).sort((a, b) => a - b) } catch (error) { return error.name } })()]`),
  ).toEqual([
    [1, 10, 9, "B", "b", null, true, null],
    ["a", "z", "é"],
    { "0": "a", "1": "b", length: 2 },
    "TypeError",
    "TypeError",
  ]);
});

test("localeCompare follows letters, then accents, then case", async () => {
  const { evaluate } = await openGuest();
  const words = [
    "_a",
    "10",
    "9",
    "a b",
    "ab",
    "co-op",
    "CO-OP",
    "coop",
    "e",
    "E",
    "é",
    "É",
    "f",
    "ss",
    "ß",
    "z",
    "Ω",
    "я",
  ];
  expect(
    evaluate(`[${JSON.stringify(words)}.reverse().sort((a, b) => a.localeCompare(b)),
      "a".localeCompare("á", "en", { sensitivity: "base" }), "x".localeCompare("x"), "e\\u0301".localeCompare("é"),
      ["10", "9"].sort((a, b) => a.localeCompare(b, undefined, { numeric: true }))]`),
  ).toEqual([words, -1, 0, 0, ["10", "9"]]);
});

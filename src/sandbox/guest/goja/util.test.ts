import { expect, test } from "vitest";
import { evaluateEach } from "../../../../testing/open-guest.ts";

test("format knows %s %d %j %% and appends the rest", async () => {
  const expected = {
    'util.format("%s %d %j %%", "a", 4.5, { x: 1 })': 'a 4.5 {"x":1} %%',
    'util.format("%d%%x", "s", 5)': "NaN%x 5",
    'util.format("%s")': "%s",
    'util.format("%x %i %o %f", 1, 2, 3, 4)': "%x %i %o %f 1 2 3 4",
    'util.format("a", "b", { c: 1 }, [1, 2], null)': "a b [object Object] 1,2 null",
    'util.format("%s%s", "a")': "a%s",
    'util.format("100%", 1)': "100 1",
    'util.format("%😀", 1)': "%😀 1",
    'util.format("%s", Symbol("q"))': "q",
    'util.format("\\ud800%s", "\\udc00") === "\\ufffd\\ufffd"': true,
    'util.format("%j", undefined)': "undefined",
    "util.format(undefined, undefined)": " undefined",
    "util.format()": "",
    "util.format(1, 2)": "1 2",
    'util.format("%d", 1n)': "TypeError: Cannot convert a BigInt value to a number",
    "Object.keys(util)": ["format"],
  };
  expect(await evaluateEach(Object.keys(expected))).toEqual(expected);
});

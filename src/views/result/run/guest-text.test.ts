import { expect, test } from "vitest";
import { readExactJson } from "../../../workflow/exact-json.ts";
import { consoleText, guestLine, guestNode, stringArgument } from "./guest-text.ts";

const plain = (value: unknown) => ({ text: JSON.stringify(value), problem: null });
const odd = (value: unknown) => ({ text: JSON.stringify(value), problem: { path: "", reason: "cannot become JSON" } });

test.each([
  [plain({ a: [1, "x", null], "b c": {} }), '{ a: [1, "x", null], "b c": {} }'],
  [odd({ ratio: { $number: "NaN" }, big: { $bigint: "12" } }), "{ ratio: NaN, big: 12n }"],
  [odd([{ $function: "f" }, { $function: "" }, { $cycle: true }]), "[function f, function (no name), [cycle]]"],
  [
    odd({
      $searchParams: [
        ["a", "1"],
        ["b", "2"],
      ],
    }),
    "URLSearchParams { a=1&b=2 }",
  ],
  [odd({ $truncated: 12_000 }), "[cut off: 12,000 bytes]"],
  [plain({ $number: "NaN" }), '{ $number: "NaN" }'],
  [
    { text: '{"2":9007199254740993,"1":[-0,1.0,1E5]}', problem: null },
    '{ "2": 9007199254740993, "1": [-0, 1.0, 1E5] }',
  ],
  [plain(JSON.parse('{"__proto__":{"a":1},"":0}')), '{ __proto__: { a: 1 }, "": 0 }'],
])("writes %j on one line", (value, line) => {
  expect(guestLine(value)).toBe(line);
});

test("a console prints strings bare, and only at the top", () => {
  expect(consoleText(plain("hello\nthere"))).toBe("hello\nthere");
  expect(consoleText(plain(["hello"]))).toBe('["hello"]');
});

test("very deep values end in an ellipsis", () => {
  const deep = `${"[".repeat(2_000)}${"]".repeat(2_000)}`;
  expect(guestLine({ text: deep, problem: null })).toBe(`${"[".repeat(50)}…${"]".repeat(50)}`);
});

test("a node shows one level", () => {
  expect(guestNode(readExactJson('{"a":[1]}'), false)).toMatchObject({
    kind: "branch",
    open: "{",
    close: "}",
    members: [{ label: "a", value: { text: "[1]" } }],
  });
});

test("an argument that is no string is none", () => {
  expect([stringArgument(plain("x")), stringArgument(plain(1)), stringArgument(undefined)]).toEqual(["x", null, null]);
});

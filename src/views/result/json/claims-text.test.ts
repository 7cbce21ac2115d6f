import { expect, test } from "vitest";
import { claimsText, claimsTexts, drawnText } from "./claims-text.ts";

test("a claim reads the same whether another follows it or not, and no comma of its own is lost", () => {
  const list = { name: "list", json: '["a,",{"b":1},2]' };
  const [alone, followed] = [[list], [list, { name: "after", json: '"x,"' }]].map((claims) =>
    drawnText(claimsText(claims)),
  );
  expect(followed?.text.startsWith(alone?.text.slice(0, -2) ?? "?")).toBe(true);
  expect(followed?.text).toContain('"a,"');
  expect(followed?.text).toContain('"x,"');
  const lines = followed?.text.split("\n") ?? [];
  const whole = lines.map((line, index) => line + (followed?.drawn.get(index + 1) ?? "")).join("\n");
  expect(JSON.parse(whole)).toEqual({ list: ["a,", { b: 1 }, 2], after: "x," });
});

test("what both sides have is written alike, whatever its spelling and the order of names, and drawn as it stands", () => {
  const claims = (json: string) => [
    { name: "same", json: "1.0" },
    { name: "written", json },
  ];
  const { base, issued } = claimsTexts(
    claims('{"gone":1E2,"a":[1.0,-0,{"x":1e2,"y":0.10},5.0],"b":"1.0","c":7.0}'),
    claims('{"c":8,"b":"1.0","a":[1,0,9,{"y":0.1,"x":100},"5.0"],"new":1}'),
  );
  const [before, after] = [drawnText(base), drawnText(issued)];
  const read = ({ text, drawn }: typeof before) =>
    text
      .split("\n")
      .map((line, index) => line + (drawn.get(index + 1) ?? ""))
      .join("")
      .replace(/ /g, "");
  expect(read(before)).toBe(
    '{"same":1.0,"written":{"gone":1E2,"c":7.0,"b":"1.0","a":[1.0,-0,{"y":0.10,"x":1e2},5.0]}}',
  );
  expect(read(after)).toBe('{"same":1.0,"written":{"c":8,"b":"1.0","a":[1,0,9,{"y":0.1,"x":100},"5.0"],"new":1}}');
  const [one, other] = [before, after].map(({ text }) => text.split("\n"));
  expect(one?.filter((line) => !other?.includes(line)).map((line) => line.trim())).toEqual([
    '"gone": 1E2',
    '"c": 7.0',
    "5.0",
  ]);
  expect(other?.filter((line) => !one?.includes(line)).map((line) => line.trim())).toEqual([
    '"c": 8',
    "9",
    '"5.0"',
    '"new": 1',
  ]);
});

import { expect, test } from "vitest";
import { claimsText, withoutCommas } from "./claims-text.ts";

test("a claim reads the same whether another follows it or not, and no comma of its own is lost", () => {
  const list = { name: "list", json: '["a,",{"b":1},2]' };
  const [alone, followed] = [[list], [list, { name: "after", json: '"x,"' }]].map((claims) =>
    withoutCommas(claimsText(claims)),
  );
  expect(followed?.text.startsWith(alone?.text.slice(0, -2) ?? "?")).toBe(true);
  expect(followed?.text).toContain('"a,"');
  expect(followed?.text).toContain('"x,"');
  const lines = followed?.text.split("\n") ?? [];
  const whole = lines.map((line, index) => (followed?.lines.includes(index + 1) ? `${line},` : line)).join("\n");
  expect(JSON.parse(whole)).toEqual({ list: ["a,", { b: 1 }, 2], after: "x," });
});

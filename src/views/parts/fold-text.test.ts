import { expect, test } from "vitest";
import { foldText } from "./fold-text.ts";

test("a text within the limit stands whole", () => {
  expect(foldText("a".repeat(40), 40)).toBeNull();
});

test("a long text keeps its beginning and end, and nothing is lost from the count", () => {
  const text = Array.from({ length: 100 }, (_, i) => String(i % 10)).join("");
  const folded = foldText(text, 40);
  expect(folded).toEqual({ head: text.slice(0, 28), hidden: 62, tail: text.slice(90) });
});

test("no emoji is cut in two", () => {
  const text = `a${"😀".repeat(60)}`;
  const folded = foldText(text, 40);
  expect(folded?.head.endsWith("😀")).toBe(true);
  expect(folded?.tail.startsWith("😀")).toBe(true);
  expect((folded?.head.length ?? 0) + (folded?.hidden ?? 0) + (folded?.tail.length ?? 0)).toBe(text.length);
});

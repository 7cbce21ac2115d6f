import { expect, test } from "vitest";
import { toVisiblePieces } from "./visible-pieces.ts";

test("ordinary text, newlines, tabs, emoji and joined scripts stay as they are", () => {
  for (const text of [
    "",
    "plain",
    "two\nlines\tand a tab",
    "👩‍💻 works",
    "می‌خواهم",
    "naïve 日本",
    "❤️ 1️⃣ 👁️‍🗨️ 🏴‍☠️ ☀︎",
    "葛󠄀城",
  ]) {
    expect(toVisiblePieces(text)).toEqual(text === "" ? [] : [{ kind: "text", text }]);
  }
});

test("controls, bidi overrides and zero-width characters become marks", () => {
  expect(toVisiblePieces("a\u0000b\u007f")).toEqual([
    { kind: "text", text: "a" },
    { kind: "mark", text: "␀" },
    { kind: "text", text: "b" },
    { kind: "mark", text: "␡" },
  ]);
  expect(toVisiblePieces("a\u2800").map((piece) => piece.text)).toEqual(["a", "U+2800"]);
  expect(toVisiblePieces("\u202eadmin").map((piece) => piece.text)).toEqual(["U+202E", "admin"]);
  expect(toVisiblePieces("na\u200dme\u200b").map((piece) => piece.text)).toEqual(["na", "U+200D", "me", "U+200B"]);
  expect(toVisiblePieces("v\ufe0fs\u{e0101}").map((piece) => piece.text)).toEqual(["v", "U+FE0F", "s", "U+E0101"]);
  expect(toVisiblePieces("1\ufe0f\u034f\u180b").map((piece) => piece.text)).toEqual([
    "1",
    "U+FE0F",
    "U+034F",
    "U+180B",
  ]);
  expect(toVisiblePieces("\u{1d173}\u{e0fff}\ufff0").map((piece) => piece.text)).toEqual([
    "U+1D173",
    "U+E0FFF",
    "U+FFF0",
  ]);
  expect(toVisiblePieces("\u{e0041}\ud800").map((piece) => piece.text)).toEqual(["U+E0041", "U+D800"]);
  expect(toVisiblePieces("a\r\nb").map((piece) => piece.text)).toEqual(["a", "␍", "\nb"]);
});

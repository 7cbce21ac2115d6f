import { expect, test } from "vitest";
import { findUnclosed } from "./find-unclosed.ts";

test("an element that is not closed is told with its line; code that speaks of one is not", () => {
  const page = [
    "Write `<kinde-workflow>` once:",
    "```html",
    "<kinde-workflow>",
    "```",
    "<!-- <kinde-workflow> -->",
    '<kinde-workflow token="idToken">',
    "```ts",
    "const a = `<b>`;",
    "```",
    '<kinde-workflow view="diff">',
    "```ts",
    "```",
    "</kinde-workflow>",
    "<kinde-workflow>",
  ].join("\n");
  expect(findUnclosed(page).map(({ line }) => line)).toEqual([6, 14]);
  expect(findUnclosed("<kinde-workflow>\n<pre>x</pre>\n</kinde-workflow>")).toEqual([]);
});

import { expect, test } from "vitest";
import { findUnclosed, unknownAttributes } from "./embed-mistakes.ts";
import { findEmbeds } from "./find-embeds.ts";

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

test("an attribute that nothing reads is told; those of every element are not", () => {
  const page =
    '<kinde-workflow expects="a" className="x" data-y="1" aria-label="z" startLine="3" client:load></kinde-workflow>';
  const [embed] = findEmbeds(page);
  expect(embed && unknownAttributes(embed).filter((one) => !one.includes("client"))).toEqual([
    "<kinde-workflow> has no attribute expects. Did you mean expect?",
  ]);
});

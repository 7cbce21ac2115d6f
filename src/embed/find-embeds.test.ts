import { expect, test } from "vitest";
import { findEmbeds } from "./find-embeds.ts";

test("an element in MDX with fenced files, attributes in both writings", () => {
  const page = [
    "# Title",
    `<kinde-workflow token="idToken" expect={'no'} startLine="3" scenario={\`{"env":{"A":"<b>"}}\`} readonly>`.replace(
      "{'no'}",
      '{"house = \\"Stark\\""}',
    ),
    "",
    '```ts title="Workflow.ts"',
    "const a = `x > y`;",
    "```",
    "",
    '```ts title="lib.ts"',
    "export {};",
    "```",
    "</kinde-workflow>",
  ].join("\n");
  expect(findEmbeds(page)).toEqual([
    {
      line: 2,
      attributes: new Map([
        ["token", "idToken"],
        ["expect", 'house = "Stark"'],
        ["start-line", "3"],
        ["scenario", '{"env":{"A":"<b>"}}'],
        ["readonly", ""],
      ]),
      files: [
        { name: "Workflow.ts", text: "const a = `x > y`;\n" },
        { name: "lib.ts", text: "export {};\n" },
      ],
      scenario: '{"env":{"A":"<b>"}}',
    },
  ]);
});

test("an element in HTML with escaped code and a scenario of its own, and a bare iframe", () => {
  const page = `<kinde-workflow expect='a = "&quot;&lt;"'>
<pre data-file="myWorkflow.ts"><code>f&lt;any&gt;("&amp;lt;");
</code></pre><script type="application/json">{"env":{}}</script></kinde-workflow>
<iframe src="https://x.example/embed.html#wf1.abcd&amp;embed"></iframe> <iframe src="https://x.example/"></iframe>`;
  expect(findEmbeds(page)).toEqual([
    {
      line: 1,
      attributes: new Map([["expect", 'a = ""<"']]),
      files: [{ name: "myWorkflow.ts", text: 'f<any>("&lt;");\n' }],
      scenario: '{"env":{}}',
    },
    {
      line: 4,
      attributes: new Map([["src", "https://x.example/embed.html#wf1.abcd&embed"]]),
      files: [],
      scenario: "",
      link: "wf1.abcd&embed",
    },
  ]);
});

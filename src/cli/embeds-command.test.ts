/** Pages of documentation are checked as the browser would run them, with the line of each mistake. */
import { expect, test } from "vitest";
import { commandIn, folderOf } from "../../testing/command-io.ts";

const CODE = `
\`\`\`ts
import { WorkflowTrigger, accessTokenCustomClaims, getEnvironmentVariable } from "@kinde/infrastructure";
export const workflowSettings = { id: "a", trigger: WorkflowTrigger.UserTokenGeneration, bindings: { "kinde.accessToken": {}, "kinde.env": {} } };
export default async function Workflow() {
  accessTokenCustomClaims<any>().plan = getEnvironmentVariable("PLAN")?.value;
}
\`\`\`
`;

async function embeds(page: string) {
  const cwd = folderOf({ "page.mdx": page });
  const { status, out } = await commandIn(cwd, ["embeds", "page.mdx"]);
  return { status, told: out.replaceAll(`${cwd}/`, "").split("\n").slice(0, -1) };
}

const several = (scenarios: string, attributes = "") => `# Title

<kinde-workflow scenarios${attributes}>
${CODE}
<script type="application/json">
${scenarios}
</script>
</kinde-workflow>
`;

test("every scenario is run; one that is not as expected is named", async () => {
  const { status, told } = await embeds(
    several(`{ "version": 1, // for all
  "scenarios": [
    { "name": "gold", "env": { "PLAN": "gold" }, "expect": { "accessToken": { "plan": { "is": "gold" } } } },
    { "name": "free", "env": { "PLAN": "free" }, "expect": { "accessToken": { "plan": { "is": "gold" } } } },
    { "name": "hidden", "hidden": true, "env": { "PLAN": "x" }, "expect": { "outcome": "denied" } },
  ] }`),
  );
  expect(told).toEqual([
    "FAIL page.mdx:3",
    '       free: expected plan = "gold", but it is "free"',
    "       hidden: expected the outcome “denied”, but it is “completed”",
    "0 passed, 1 failed",
  ]);
  expect(status).toBe(1);
});

test("what holds, and what nobody expects anything of, passes", async () => {
  const { status, told } = await embeds(
    several(
      '{"version": 1, "scenarios": [{"name": "a", "expect": {"accessToken": {"plan": "added"}}}, {"name": "b"}]}',
    ),
  );
  expect([status, told]).toEqual([0, ["ok   page.mdx:3", "1 passed, 0 failed"]]);
});

test.each([
  [
    several('{\n  "version": 1,\n  "scenarios": [\n    { "name": "a", "expects": {} }\n  ]\n}'),
    ['page.mdx:17 Item 1 of "scenarios" has no member "expects". Did you mean "expect"?'],
  ],
  [
    several('{ "version": 1,\n\n  "scenarios": [{ "name": "a", "from": "b" }] }'),
    ['page.mdx:16 "from" names "b", and no scenario is called that.'],
  ],
  [
    several('{ "version": 1, "scenarios": [] ', ' expect="plan added"'),
    ["Beside scenarios", "page.mdx:15 The text ends before the } that closes the object from line 14."],
  ],
  [several("", ' scenarioss="{}"'), ["has no attribute scenarioss. Did you mean scenarios?", "There are no scenarios"]],
  [`<kinde-workflow scenarios='{"version": 2, "scenarios": []}'>\n${CODE}</kinde-workflow>`, ['page.mdx:1 "version"']],
  [`<kinde-workflow scenarios="#wf2.broken">\n${CODE}</kinde-workflow>`, ["incomplete or was changed"]],
  [`<kinde-workflow scenarios>\n${CODE}`, ["page.mdx:1", "is not closed"]],
])("a mistake has its line: %#", async (page, sentences) => {
  const { status, told } = await embeds(page);
  for (const sentence of sentences) expect(told.join("\n")).toContain(sentence);
  expect(status).toBe(1);
});

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { commandIn, folderOf } from "../../testing/command-io.ts";

const WORKFLOWS = "kindeSrc/environment/workflows";
const KINDE = '{"rootDir": "kindeSrc", "version": "2024-12-09"}';

const PLAN = `import { WorkflowTrigger, accessTokenCustomClaims, getEnvironmentVariable } from "@kinde/infrastructure";
import { planOf } from "../../../../lib/plan";

export const workflowSettings = {
  id: "plan",
  trigger: WorkflowTrigger.UserTokenGeneration,
  bindings: { "kinde.accessToken": {}, "kinde.env": {} },
};

export default async function Workflow() {
  const token = accessTokenCustomClaims<{ plan: string }>();
  token.plan = planOf(getEnvironmentVariable("KEY").value);
}
`;

const SCENARIOS = `{
  // For everybody.
  "version": 1,
  "now": "2026-11-25T09:00:00Z",
  "scenarios": [
    { "name": "gold", "env": { "KEY": { "secret": true } }, "expect": { "accessToken": { "plan": { "is": "gold" }, "*": "unchanged" } } },
    { "name": "guest", "env": { "KEY": "none" }, "expect": { "accessToken": { "plan": { "is": "none" } } } },
    { "name": "new", "env": { "KEY": "" } }
  ]
}
`;

const repository = (more: { readonly [name: string]: string } = {}) =>
  folderOf({
    "kinde.json": KINDE,
    "lib/plan.ts": `import names from "./names.json";\nexport const planOf = (key: string) => (key === "" ? "free" : names.gold);\n`,
    "lib/names.json": '{"gold": "gold"}',
    [`${WORKFLOWS}/tenantWorkflow/Workflow.ts`]: PLAN,
    [`${WORKFLOWS}/tenantWorkflow/scenarios.json`]: SCENARIOS,
    "examples/otherWorkflow.ts": "this is not read",
    ...more,
  });

test("a whole repository: what fails is told with the place of the write, the report stands alone on stdout", async () => {
  const { status, out, errors } = await commandIn(repository(), ["test"], { KEY: "canary" });
  expect(out).toBe(`ok   tenantWorkflow › gold
FAIL tenantWorkflow › guest
  plan  expected "none", got "gold"  written at ${WORKFLOWS}/tenantWorkflow/Workflow.ts:12:16
—    tenantWorkflow › new  completed, nothing is expected
1 holds, 1 fails, 1 not checked
`);
  expect(errors).toBe("");
  expect(status).toBe(1);
});

test("a secret comes from the environment, and never stands in a report", async () => {
  const root = repository({ "lib/plan.ts": "export const planOf = (key: string) => key;" });
  const { out } = await commandIn(root, ["test", "--reporter", "json", "--filter", "gold"], { KEY: "canary" });
  expect(out).toContain('"fails": 1');
  expect(out).not.toContain("canary");
  await commandIn(root, ["test", "--update"], { KEY: "canary" });
  expect(readFileSync(join(root, WORKFLOWS, "tenantWorkflow/scenarios.json"), "utf8")).not.toContain("canary");
  const unset = await commandIn(root, ["test", "--filter", "gold"]);
  expect(unset.errors).toContain("KEY is a secret variable and not set in the environment");
});

test("JUnit's XML is read by a parser, whatever a message holds", async () => {
  const name = 'a <b> & \\"c\\" \\u0001 ]]>';
  const root = repository({
    [`${WORKFLOWS}/tenantWorkflow/scenarios.json`]: SCENARIOS.replace('"guest"', `"${name}"`),
  });
  const { out } = await commandIn(root, ["test", "--reporter", "junit"], { KEY: "k" });
  const met: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name: tag, attributes }) =>
    met.push(`${tag} ${attributes["name"] ?? attributes["message"]}`),
  );
  parser.write(out).close();
  expect(met).toEqual([
    "testsuites kinde-workflows",
    "testsuite tenantWorkflow",
    "testcase gold",
    'testcase a <b> & "c" \ufffd ]]>',
    'failure expected plan = "none", but it is "gold"',
    "testcase new",
    "skipped nothing is expected",
  ]);
});

test("GitHub's annotations stand at the write", async () => {
  const { out } = await commandIn(repository(), ["test", "--reporter", "github"], { KEY: "k" });
  expect(out.split("\n")[0]).toBe(
    `::error file=${WORKFLOWS}/tenantWorkflow/Workflow.ts,line=12,col=16,title=tenantWorkflow › guest::expected plan = "none", but it is "gold"`,
  );
});

test("--update writes what is seen and leaves the rest of the file as it is", async () => {
  const root = repository();
  const before = await commandIn(root, ["test", "--update"], { KEY: "k" });
  expect(before.status).toBe(0);
  const text = readFileSync(join(root, WORKFLOWS, "tenantWorkflow/scenarios.json"), "utf8");
  expect(text).toContain("// For everybody.");
  expect(text).toContain('"plan": { "is": "gold" }, "*": "unchanged"');
  const after = await commandIn(root, ["test"], { KEY: "k" });
  expect([after.status, after.out.split("\n").at(-2)]).toEqual([0, "3 hold, 0 fail, 0 not checked"]);
});

test("one file, one folder, a share link", async () => {
  const root = repository();
  const file = await commandIn(root, ["test", `${WORKFLOWS}/tenantWorkflow/Workflow.ts`, "--filter", "gold"], {
    KEY: "k",
  });
  expect(file.out).toContain("1 holds");
  // Nothing outside of the folder is read, so that its import from above cannot be resolved.
  const folder = await commandIn(root, ["test", `${WORKFLOWS}/tenantWorkflow`, "--filter", "gold"], { KEY: "k" });
  expect(folder.out).toContain('Could not resolve "../../../../lib/plan"');
  expect(folder.status).toBe(1);
  const link = await commandIn(root, ["test", "https://playground.example/#wf1.broken"]);
  expect([link.status, link.errors]).toEqual([2, expect.stringContaining("link is incomplete")]);
});

test.each([
  ["no command is known", ["tset"], "There is no command “tset”. Did you mean test?"],
  ["no option is known", ["test", "--nope"], "Unknown option '--nope'. See kinde-workflows --help."],
  ["no reporter is known", ["test", "--reporter", "xml"], "There is no reporter “xml”."],
  ["there is no such folder", ["test", "nowhere"], "There is no nowhere."],
  ["nothing has the name", ["test", "--filter", "zzz"], "No workflow and no scenario has “zzz” in its name."],
  ["there is no workflow", ["test", "lib"], "No workflow was found"],
])("%s: exit status 2 with a sentence, and nothing on stdout but a report", async (_, words, message) => {
  const { status, errors } = await commandIn(repository(), words);
  expect(errors).toContain(message);
  expect(status).toBe(2);
});

test("no scenarios, a mistake in them, and several workflows in a folder", async () => {
  const none = await commandIn(folderOf({ "Workflow.ts": PLAN }), ["test"]);
  expect([none.status, none.errors]).toEqual([2, "No scenarios.json was found beside Workflow.ts.\n"]);
  const wrong = await commandIn(
    folderOf({ "Workflow.ts": PLAN, "scenarios.json": '{"version": 1,\n "scenaris": []}' }),
    ["test"],
  );
  expect(wrong.status).toBe(2);
  expect(wrong.out).toContain('scenarios.json:2:2\n  The file has no member "scenaris". Did you mean "scenarios"?');
  const files = { "oneWorkflow.ts": PLAN, "twoWorkflow.ts": PLAN, "scenarios.json": '{"version": 1, "scenarios": []}' };
  const two = await commandIn(folderOf(files), ["test"]);
  expect([two.status, two.out]).toEqual([2, expect.stringContaining("Several workflows stand in this folder")]);
});

test("--fail-on-warning", async () => {
  // A secret in a token is worth a warning.
  const root = repository({
    "lib/plan.ts": "export const planOf = (key: string) => key;",
    [`${WORKFLOWS}/tenantWorkflow/scenarios.json`]: SCENARIOS.replace('{ "is": "gold" }', '"added"'),
  });
  const words = ["test", "--filter", "gold"];
  expect((await commandIn(root, words, { KEY: "k" })).status).toBe(0);
  expect((await commandIn(root, [...words, "--fail-on-warning"], { KEY: "k" })).status).toBe(1);
});

const FIXTURES = fileURLToPath(new URL("fixtures/", import.meta.url));
const EXAMPLES = fileURLToPath(new URL("../examples/", import.meta.url));
/** `RECORD=1 npx vitest run src/cli` writes them anew. */
const isRecording = process.env["RECORD"] === "1";

test("the JSON reports of twenty scenario files are the recorded ones, byte for byte", async () => {
  const names = readdirSync(FIXTURES);
  expect(names.length).toBe(20);
  for (const name of names) {
    const sources = readdirSync(join(EXAMPLES, name)).filter((file) => file.endsWith(".ts"));
    const root = folderOf({
      ...Object.fromEntries(sources.map((file) => [file, readFileSync(join(EXAMPLES, name, file), "utf8")])),
      "scenarios.json": readFileSync(join(FIXTURES, name, "scenarios.json"), "utf8"),
    });
    const { out, errors } = await commandIn(root, ["test", "--reporter", "json"]);
    const recorded = join(FIXTURES, name, "report.json");
    if (isRecording) writeFileSync(recorded, out);
    expect([name, errors, out]).toEqual([name, "", readFileSync(recorded, "utf8")]);
  }
});

test("check speaks across files; link prints a link that can be run; embeds is strict", async () => {
  const root = repository({ [`${WORKFLOWS}/other/Workflow.ts`]: PLAN });
  const checked = await commandIn(root, ["check"]);
  expect(checked.out).toContain("has the trigger user:tokens_generation too");
  expect(checked.status).toBe(1);
  const link = await commandIn(folderOf({ "Workflow.ts": PLAN }), ["link", "--site", "https://playground.example/"]);
  expect([link.status, link.out]).toEqual([0, expect.stringMatching(/^https:\/\/playground\.example\/#wf\d\./)]);
  const scenarios =
    '{"version": 1, "scenarios": [{"name": "new", "env": {"KEY": ""}, "expect": {"outcome": "failed"}}]}';
  const carried = await commandIn(folderOf({ "Workflow.ts": PLAN, "scenarios.json": scenarios }), ["link"]);
  const opened = await commandIn(folderOf({}), ["test", carried.out.trim()]);
  expect([opened.status, opened.out]).toEqual([0, "ok   Workflow › new\n1 holds, 0 fail, 0 not checked\n"]);
  const pages = folderOf({ "page.md": "<kinde-workflow>\n", "empty.md": "nothing" });
  const embeds = await commandIn(pages, ["embeds", "page.md", "none.md"]);
  expect(embeds.out).toContain("is not closed");
  expect(embeds.out).toContain("There is no such file.");
  expect(embeds.status).toBe(1);
  expect((await commandIn(pages, ["embeds", "empty.md"])).status).toBe(2);
});

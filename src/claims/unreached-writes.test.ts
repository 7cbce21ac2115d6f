/** Which writes no run reached, of real runs. */
import { expect, test } from "vitest";
import { EXAMPLES } from "../examples/examples.ts";
import { createNodePreparer } from "../node/node-runner.ts";
import { emptyScenario } from "../workflow/scenario.ts";
import { unreachedWrites } from "./unreached-writes.ts";

const options = { nowMs: 1_795_424_400_000, timeoutMs: 500, grantConsole: true };
const prepare = await createNodePreparer();

const source = (
  body: string,
  more = "",
) => `import { WorkflowTrigger, accessTokenCustomClaims, getEnvironmentVariable } from "@kinde/infrastructure";
export const workflowSettings = { id: "a", trigger: WorkflowTrigger.UserTokenGeneration, bindings: { "kinde.accessToken": {}, "kinde.idToken": {}, "kinde.env": {} } };
${more}
export default async function Workflow(event: any) {
  const access = accessTokenCustomClaims<any>();
${body}
}
`;

/** As "name line" of each. */
async function unreached(text: string, envs: readonly string[] = ["1"]): Promise<readonly string[]> {
  const runIn = await prepare([{ name: "Workflow.ts", text }], options);
  const results = envs.map((value) => runIn({ ...emptyScenario(), env: [{ name: "E", value, isSecret: false }] }));
  return unreachedWrites(results).map(({ name, position }) => `${name} ${position.line}`);
}

test("of the examples only what their own scenario leaves out", async () => {
  const found: string[] = [];
  for (const { name, project } of EXAMPLES) {
    const runIn = await prepare(project.files, options);
    for (const write of unreachedWrites([runIn(project.scenarios[0])])) {
      found.push(`${name}: ${write.name} ${write.position.file}:${write.position.line}`);
    }
  }
  expect(found).toEqual(["failing-stop: entitlements Workflow.ts:32", "failing-continue: language Workflow.ts:30"]);
});

test("a branch that no scenario takes, what stands behind an error, and a call by name", async () => {
  const branch = source(`  if (getEnvironmentVariable("E").value === "1") access.plan = "gold";
  else {
    access["tier"] =
      "free";
    kinde.idToken.setCustomClaim("tier", 1);
  }`);
  expect(await unreached(branch)).toEqual(["tier 8", "tier 10"]);
  expect(await unreached(branch, ["2"])).toEqual(["plan 6"]);
  expect(await unreached(branch, ["1", "2"])).toEqual([]);
  expect(await unreached(source(`  access.a = 1;\n  throw new Error("no");\n  access.b = 2;`))).toEqual(["b 8"]);
});

test("silent where it is not sure", async () => {
  const dynamic = source(
    `  for (const name of ["a", "b"]) access[name] = 1;\n  Object.assign(access, { c: 1 });\n  access.d ??= 1;\n  fill(access);\n  access.list = [\n    1,\n  ].map((one) => one)`,
    "function fill(claims: any) {\n  if (false) claims.never = 1;\n}",
  );
  expect(await unreached(dynamic)).toEqual([]);
  expect(await unreached(source("  if (false) access.a = 1;\n  while (true);"))).toEqual([]);
  expect(await unreached("this is no workflow")).toEqual([]);
  expect(unreachedWrites([null])).toEqual([]);
  expect(unreachedWrites([])).toEqual([]);
});

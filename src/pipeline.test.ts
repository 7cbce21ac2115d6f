/** Files that were prepared once answer each scenario as if it were their only one. */
import { expect, test } from "vitest";
import { createNodePreparer } from "./node/node-runner.ts";
import { emptyScenario, type ScenarioParts } from "./workflow/scenario.ts";

const OPTIONS = { nowMs: 1_795_424_400_000, timeoutMs: 10_000, grantConsole: true };
const FILES = [
  {
    name: "Workflow.ts",
    text: `import { accessTokenCustomClaims, getEnvironmentVariable, WorkflowTrigger } from "@kinde/infrastructure";
export const workflowSettings = { id: "plan", trigger: WorkflowTrigger.UserTokenGeneration, bindings: { "kinde.accessToken": {}, "kinde.env": {} } };
let runs = 0;
export default async function Workflow() {
  runs += 1;
  const { value } = getEnvironmentVariable("PLAN");
  (Array.prototype as any).plan = value;
  if (value === "broken") throw new Error("no plan");
  const token = accessTokenCustomClaims<{ plan: string; runs: number }>();
  token.plan = value;
  token.runs = runs;
}
`,
  },
];
const planned = (value: string): ScenarioParts => ({
  ...emptyScenario(),
  env: [{ name: "PLAN", value, isSecret: value === "hidden" }],
});
const withoutTimes = (result: object) => ({ ...result, durations: null });

test("whatever ran before, each scenario's result is its own", async () => {
  const prepare = await createNodePreparer();
  const once = await prepare(FILES, OPTIONS);
  for (const plan of ["gold", "broken", "hidden", "gold"]) {
    const alone = (await prepare(FILES, OPTIONS))(planned(plan));
    const together = once(planned(plan));
    expect(withoutTimes(together)).toEqual(withoutTimes(alone));
    expect(together.effects.filter(({ kind }) => kind === "claim")).toHaveLength(plan === "broken" ? 0 : 2);
  }
});

test("files that cannot run say so in every scenario", async () => {
  const once = await (await createNodePreparer())([{ name: "Workflow.ts", text: "export default (" }], OPTIONS);
  for (const plan of ["gold", "free"]) {
    expect(once(planned(plan)).outcome).toMatchObject({ kind: "failed", phase: "compile" });
  }
});

test("a function among a parameter's defaults sees what the body assigns", async () => {
  const text = `export const workflowSettings = { id: "shared", trigger: "user:tokens_generation", bindings: { "kinde.accessToken": {} } };
export default async function Workflow() {
  function f(a: number, get = () => a) { a = 3; return [a, get(), arguments.length]; }
  const add = (sum = 1, more = (n: number) => { sum += n; }) => { more(4); return sum; };
  class Counter { constructor(start = 2, read = () => start) { start++; (this as any).now = read(); } }
  const later = async (a = 1, get = () => a) => { a = await 6; return get(); };
  kinde.accessToken.setCustomClaim("seen", [f(1), add(), (new Counter() as any).now, await later(), f.length]);
}
declare const kinde: any;`;
  const run = await (await createNodePreparer())([{ name: "Workflow.ts", text }], OPTIONS);
  const claims = run(emptyScenario()).effects.filter(({ kind }) => kind === "claim");
  expect(claims).toMatchObject([{ value: { text: "[[3,3,1],5,3,6,1]" } }]);
});

test("an error in another file is reported where the entry called it, with its frames", async () => {
  const files = [
    {
      name: "Workflow.ts",
      text: `import { check } from "./lib";
export const workflowSettings = { id: "far", trigger: "user:tokens_generation", bindings: {} };
export default async function Workflow() {
  check();
}
`,
    },
    { name: "lib.ts", text: '\nexport function check() {\n  throw new RangeError("GoError: too far");\n}\n' },
  ];
  const { outcome } = (await (await createNodePreparer())(files, OPTIONS))(emptyScenario());
  expect(outcome).toMatchObject({
    kind: "failed",
    phase: "execute",
    error: { name: "RangeError", message: "GoError: too far", position: { file: "Workflow.ts", line: 4 } },
  });
  const frames = outcome.kind === "failed" ? outcome.error.frames : [];
  expect(frames.filter(({ origin }) => origin === "author").map(({ position }) => position?.file)).toEqual([
    "lib.ts",
    "Workflow.ts",
  ]);
});

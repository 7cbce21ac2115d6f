/** What is missing in the scenario is told apart from what the workflow did wrong, on everyday code, run as the page's worker runs it. */
import { expect, test } from "vitest";
import { runProject } from "../pipeline.ts";
import { readDetailedMock } from "../workflow/detailed-mock.ts";
import { createProject } from "../workflow/project.ts";
import type { RunResult } from "../workflow/run-result.ts";
import { sandbox } from "../../testing/run-body.ts";
import { diagnose } from "./diagnose.ts";
import { program } from "../../testing/everyday/program.ts";

async function run(body: string, top = ""): Promise<RunResult> {
  const mocks = [
    { method: "GET", url: "https://api.test/known", status: 200, answer: "json", body: "{}", latencyMs: 0 },
    {
      method: "POST",
      url: "https://api.test/orders",
      status: 200,
      answer: "json",
      body: "{}",
      latencyMs: 0,
      times: 1,
      sentBody: '{"plan":"gold"}',
      sentHeaders: "Authorization: Bearer *",
    },
    { method: "GET", url: "https://api.test/broken", status: 200, answer: "error", body: "EOF", latencyMs: 0 },
  ] as const;
  const options = { nowMs: 1_795_424_400_000, timeoutMs: 10_000, grantConsole: true };
  const tools = { sandbox, diagnose, explainJson: null, createRedactor: null, readDetailedMock, refuseNested: null };
  const answer = await runProject(createProject(program(body, { top }).files, { mocks }), options, tools);
  if (answer.kind !== "result") throw new Error(`It ended as ${answer.kind}.`);
  return answer.result;
}

/** Each gap as a word: what is missing, and whether the run ended for want of it. */
async function gapsIn(body: string, top = ""): Promise<readonly string[]> {
  return (await run(body, top)).gaps.map((gap) => {
    const what = gap.kind === "mock" ? `${gap.method} ${gap.url}` : gap.name;
    return gap.endsRun ? `${what}, ended` : what;
  });
}

const get = (path: string) => `await fetch("https://api.test/${path}", { method: "GET" } as any)`;

const order = (plan: string, headers = "{ authorization: 'Bearer k' }") =>
  `await fetch("https://api.test/orders", { method: "POST", headers: ${headers}, body: JSON.stringify({ id: 1, plan: "${plan}" }) } as any);`;

test.each([
  [order("silver"), 'Mock 2 wants plan in the body to be "gold", and it is "silver".'],
  [order("gold", "{}"), 'Mock 2 wants the header Authorization to be "Bearer *", and it is not there.'],
  [`${order("gold")} ${order("gold")}`, "Mock 2 has answered once, and is to answer no more."],
  [`${get("orders")};`, "Mock 2 answers POST only."],
])("why a mock for the address does not answer is told in the gap and in the failure: %s", async (body, near) => {
  const { gaps, outcome } = await run(body);
  expect(gaps).toMatchObject([{ kind: "mock", near }]);
  expect(outcome).toMatchObject({
    kind: "failed",
    error: { message: expect.stringContaining(`has no mock. ${near}`) },
  });
});

test.each([
  `const { data } = ${get("plan")}; t.plan = data.plan;`,
  `try { ${get("plan")}; } catch (error: any) { throw new Error("The plan is not there: " + error.message); }`,
  `try { ${get("plan")}; } catch { throw new Error("The plan is not there"); }`,
])("a request without a mock ends the run: %s", async (body) => {
  expect(await gapsIn(body)).toEqual(["GET https://api.test/plan, ended"]);
});

test.each([
  `try { ${get("plan")}; } catch { t.plan = "none"; }`,
  `try { ${get("plan")}; ${get("plan")}; } catch {}\n  const o: any = {}; o.nope();`,
  `try { ${get("plan")}; } catch {}\n  throw new Error("no");`,
])("a request without a mock that was caught is told, and what fails later is the workflow's own: %s", async (body) => {
  expect(await gapsIn(body)).toEqual(["GET https://api.test/plan"]);
});

test.each([
  `${get("broken")};`,
  `const { data }: any = ${get("known")}; t.x = data.a.b;`,
  `await fetch("/api/plan", { method: "GET" } as any);`,
  `throw new Error("GET https://api.test/plan has no mock.");`,
])("an answer that was given, and an address that is none, are no gaps: %s", async (body) => {
  expect(await gapsIn(body)).toEqual([]);
});

test.each([
  `t.x = getEnvironmentVariable("IDS").value;`,
  `const ids = getEnvironmentVariable("IDS")?.value; t.x = ids.split(",");`,
  `const variable = getEnvironmentVariable("IDS");\n  const ids = variable?.value\n  t.x = ids!.split(",");`,
  `const { value } = getEnvironmentVariable("IDS"); t.x = value;`,
  `const { value: ids } = getEnvironmentVariable("IDS") ?? ({} as any); t.x = ids.trim();`,
  `const ids = getEnvironmentVariable("IDS")?.value; if (!ids) throw new Error("Missing configuration"); t.x = ids;`,
  `const ids = getEnvironmentVariable("IDS")?.value;\n  if (!ids) {\n    throw new Error("Missing configuration");\n  }`,
  `if (!getEnvironmentVariable("IDS")?.value) throw new Error("Set IDS first");`,
  `const config = { ids: getEnvironmentVariable("IDS")?.value }; t.x = config.ids!.length;`,
])("an unset variable that is read ends the run: %s", async (body) => {
  expect(await gapsIn(body)).toEqual(["IDS, ended"]);
});

test("a variable that a function of the author's reads is found by its name", async () => {
  const top = `const read = (name: string) => getEnvironmentVariable(name)?.value;`;
  expect(await gapsIn(`t.x = read("IDS").split(",");`, top)).toEqual(["IDS, ended"]);
  expect(await gapsIn(`const keys = read("IDS"); t.x = keys.length;`, top)).toEqual(["IDS, ended"]);
});

test("what the Management API needs is named", async () => {
  expect(await gapsIn(`const api = await createKindeAPI(event); t.x = 1;`)).toEqual([
    "KINDE_WF_M2M_CLIENT_ID, ended",
    "KINDE_WF_M2M_CLIENT_SECRET, ended",
  ]);
});

test.each([
  `t.x = getEnvironmentVariable("IDS")?.value ?? "none"; const o: any = {}; o.nope();`,
  `const ids = getEnvironmentVariable("IDS")?.value; t.x = event.context.nothing.id;`,
  `const ids = getEnvironmentVariable("IDS")?.value ?? ""; const rows: any[] = []; t.x = rows[0].id;`,
  `getEnvironmentVariable("IDS"); throw new Error("no");`,
  `getEnvironmentVariable("IDS"); if (!event.context.nothing) throw new Error("no");`,
  `getEnvironmentVariable("ID"); throw new Error("IDS are wrong");`,
  `t.x = getEnvironmentVariable("IDS") === null;`,
])("an unset variable that has nothing to do with the failure is none: %s", async (body) => {
  expect(await gapsIn(body)).toEqual([]);
});

/** Discovery, linking, bindings and errors, as an author meets them. */
import { expect, test } from "vitest";
import {
  BODY_LINE,
  locate,
  NOW_MS,
  programOf,
  runBody,
  runProgram,
  sandbox,
  input,
  workflowOf,
} from "../../testing/run-body.ts";

test("a run records one timeline with the author's places", async () => {
  const { effects, outcome } = await runBody(
    `t.plan = "pro";\nconsole.warn("plan", t.plan);\nreturn kindeSdk.getEnvironmentVariable("KEY").value;`,
    { env: new Map([["KEY", { value: "secret", isSecret: true }]]) },
  );
  const at = (line: number, column: number) => ({ file: "Workflow.ts", line, column });
  const plain = (text: string) => ({ text, problem: null });
  expect(effects).toEqual([
    { kind: "claim", token: "accessToken", name: "plan", value: plain('"pro"'), position: at(BODY_LINE, 1) },
    { kind: "log", level: "warn", args: [plain('"plan"'), plain('"pro"')], position: at(BODY_LINE + 1, 9) },
    {
      kind: "call",
      fn: "kinde.env.get",
      args: [plain('"KEY"')],
      answer: { text: '{"value":"secret","isSecret":true}' },
      position: at(BODY_LINE + 2, 17),
    },
  ]);
  expect(outcome).toEqual({ kind: "completed", returned: plain('"secret"') });
});

test("a request that no mock answers says how to add one", async () => {
  const { outcome } = await runBody('await kindeSdk.fetch("https://api.test/plan", { method: "GET", headers: {} });');
  expect(outcome).toMatchObject({
    kind: "failed",
    phase: "execute",
    error: {
      productionText: expect.stringMatching(
        /^GET https:\/\/api\.test\/plan has no mock\. Add one in the tab Mocks\.\n/,
      ),
      position: { file: "Workflow.ts", line: BODY_LINE },
    },
  });
});

test("the first matching mock answers, and a mock's error is thrown", async () => {
  const { effects, outcome } = await runBody(
    `const texts = [];
    for (const [url, options] of [["https://a.test/x"], ["https://a.test/y?z=1"], ["https://a.test/x", { method: "POST" }]]) {
      try { texts.push(kinde.fetch(url, options)); } catch (error) { texts.push(error.message); }
    }
    return texts;`,
    {
      fetchMocks: [
        { url: "https://a.test/x", status: 201, json: { a: [1] }, latencyMs: 40 },
        { url: "https://a.test/*", text: "plain" },
        { method: "POST", url: "https://a.test/x", error: "EOF" },
      ],
    },
  );
  expect(outcome).toEqual({
    kind: "completed",
    returned: {
      text: '[{"status":201,"text":"{\\"a\\":[1]}","json":{"a":[1]}},{"status":200,"text":"plain","json":null},"EOF"]',
      problem: null,
    },
  });
  expect(effects.map((effect) => (effect.kind === "call" ? effect.answer : null))).toEqual([
    { text: '{"status":201,"text":"{\\"a\\":[1]}","json":{"a":[1]}}', mock: 0, latencyMs: 40 },
    { text: '{"status":200,"text":"plain","json":null}', mock: 1 },
    { error: "EOF", mock: 2 },
  ]);
});

test("the token endpoint answers without a mock", async () => {
  const { outcome } = await runBody(`
    return kindeSdk.getM2MToken("t", { domain: "https://example.kinde.com", clientId: "c", clientSecret: "s" });`);
  expect(outcome).toEqual({ kind: "completed", returned: { text: '"demo-m2m-token"', problem: null } });
});

test("discovery has no bindings, execution exactly the requested ones", async () => {
  const discover = (code: string) => sandbox.discover(programOf(code), { nowMs: NOW_MS, timeoutMs: 400, locate });
  expect((await discover(`${workflowOf("")}\nconsole.log(1);`)).failure).toMatchObject({
    phase: "introspect",
    error: { name: "ReferenceError", message: "console is not defined" },
  });
  const globals = "return [typeof kinde, typeof console, typeof URL, typeof util];";
  const granted = async (bindings: string, changes = {}) => {
    const code = `exports.workflowSettings = { bindings: ${bindings} }; exports.default = async () => { ${globals} };`;
    const { outcome } = await runProgram(programOf(code), changes);
    return outcome.kind === "completed" ? outcome.returned?.text : outcome;
  };
  expect(await granted('{ "kinde.env": {}, util: null }')).toBe('["object","undefined","undefined","object"]');
  expect(await granted('{ "kinde.env": {}, console: true }')).toBe('["undefined","undefined","undefined","undefined"]');
  expect(await granted("{ console: {}, f() {} }")).toBe('["undefined","undefined","undefined","undefined"]');
  expect(await granted("{}", { grantConsole: true })).toBe('["undefined","object","undefined","undefined"]');
});

test("what discovery refuses is refused in production's words", async () => {
  const refusal = async (code: string) => {
    const found = await sandbox.discover(programOf(code), { nowMs: NOW_MS, timeoutMs: 400, locate });
    return found.failure?.error.productionText;
  };
  expect(await refusal("exports.other = 1;")).toBe("no default export");
  expect(await refusal("exports.default = {};")).toBe("no default function exported");
  expect(await refusal("exports.default = async () => {}; exports.workflowSettings = 5;")).toBe(
    "panic: interface conversion: interface {} is int64, not map[string]interface {}",
  );
});

test("what the bundle does not hold is asked of the engine, which finds no file of the project", async () => {
  const { outcome } = await runBody('const name = "lib"; require("./" + name);');
  expect(outcome).toMatchObject({
    kind: "failed",
    error: { productionText: expect.stringContaining("not permitted to load file ./lib") },
  });
});

test("thrown values are reported as production words them", async () => {
  const text = async (thrown: string) => {
    const { outcome } = await runBody(`throw ${thrown};`);
    return outcome.kind === "failed" ? outcome.error.productionText.split("\n")[0] : outcome.kind;
  };
  expect(await text('"plain"')).toBe("plain");
  expect(await text("undefined")).toBe("TypeError: Cannot convert undefined or null to object");
  expect(await text('Symbol("s")')).toBe("s");
  expect(await text("{ stack: undefined }")).toBe("<nil>");
  expect(await text("{ message: 1 }")).toBe("[object Object]");
  expect(await text('{ toString() { throw new Error("inner"); } }')).toBe("Error: inner");
  expect(await text('Object.assign(new Error("a"), { name: "Late", message: "b" })')).toBe("Late: b");
  expect(await text('Object.assign(new Error("a"), { stack: "own" })')).toBe("own");
});

test("claims and logs before a failure, and microtasks after the end, still count", async () => {
  const { effects, outcome } = await runBody(
    `t.a = 1; Promise.resolve().then(() => { t.late = 1; }); throw new Error("boom");`,
  );
  expect(effects.map((effect) => (effect.kind === "claim" ? effect.name : effect.kind))).toEqual(["a", "late"]);
  expect(outcome.kind).toBe("failed");
});

test("the guest's clock starts where the scenario says and moves on, in UTC", async () => {
  const { outcome } = await runBody(
    `const start = Date.now(); while (Date.now() < start + 20); return [start - ${input.nowMs} < 1000, new Date(0).getHours()];`,
  );
  expect(outcome).toEqual({ kind: "completed", returned: { text: "[true,0]", problem: null } });
});

test("an invalid Date as an argument crashes production's host, and so the run", async () => {
  const { outcome } = await runBody('try { t.v = new Date(NaN); } catch { console.log("caught"); }');
  expect(outcome).toMatchObject({
    kind: "failed",
    error: { productionText: "reflect: call of reflect.Value.Set on zero Value", position: { line: BODY_LINE } },
  });
});

/** No program outlasts its limits, and none can hide that it met one. */
import { expect, test, vi } from "vitest";
import { BODY_LINE, locate, logsIn, NOW_MS, programOf, runBody, sandbox } from "../../testing/run-body.ts";

vi.setConfig({ testTimeout: 60_000 });

const ends = async (body: string, timeoutMs = 20_000) => {
  const { outcome, effects } = await runBody(body, { timeoutMs });
  return {
    end: outcome.kind === "interrupted" ? `${outcome.phase} ${outcome.limit}` : outcome.kind,
    line: outcome.kind === "completed" ? undefined : outcome.error.position?.line,
    logs: logsIn(effects),
  };
};

// The engine knows the place of an interrupt only as that of the last call before it.
test("an endless loop ends by time, past catch and finally", async () => {
  const body = `console.log("before");\ntry { for (;;) {} }\ncatch { console.log("caught"); } finally { console.log("finally"); }`;
  expect(await ends(body, 200)).toEqual({ end: "execute time", line: BODY_LINE, logs: ['"before"'] });
});

test("endless microtasks and a backtracking expression end by time", async () => {
  expect((await ends("const again = () => Promise.resolve().then(again); await again();", 200)).end).toBe(
    "execute time",
  );
  expect((await ends('/^(a+)+$/.test("a".repeat(40) + "b");', 200)).end).toBe("execute time");
});

test("memory ends a run, array buffers included", async () => {
  expect((await ends("const kept = []; for (;;) kept.push(new ArrayBuffer(1 << 20));")).end).toBe("execute memory");
  expect((await ends("const kept = []; for (;;) kept.push(new Array(1000).fill(1));")).end).toBe("execute memory");
  expect((await ends('let text = "x"; for (;;) text += text;')).end).not.toBe("completed");
});

test("calls without end are a limit of the stack, which no code can catch", async () => {
  expect(await ends('const f = () => f() + 1; try { f(); } catch { console.log("caught"); }')).toEqual({
    end: "execute stack",
    line: undefined,
    logs: [],
  });
});

test("a flood of output ends a run before it is copied out", async () => {
  expect((await ends('for (;;) console.log("x".repeat(900_000));')).end).toBe("execute output");
  expect((await ends("console.log(new Array(1e8));")).end).toBe("execute output");
  expect((await ends("return new Array(1e9);")).end).toBe("execute output");
  expect((await ends('t.big = "x".repeat(2_000_000);')).end).toBe("execute output");
});

test("a promise that nothing can settle is told apart from a slow one", async () => {
  expect((await ends("await new Promise(() => {});")).end).toBe("never-settled");
});

test("discovery has the same limits", async () => {
  const options = { nowMs: NOW_MS, timeoutMs: 100, locate };
  const { failure } = await sandbox.discover(programOf("for (;;) {}"), options);
  expect(failure).toMatchObject({ kind: "interrupted", phase: "introspect", limit: "time" });
});

test("a run after a limit starts afresh", async () => {
  await runBody("const f = () => f() + 1; f();");
  await runBody("const kept = []; for (;;) kept.push(new ArrayBuffer(1 << 20));");
  expect((await runBody("return 1;")).outcome).toEqual({ kind: "completed", returned: { text: "1", problem: null } });
});

test("thousands of writes, each at a place of its own, are no loop, and each has its place", async () => {
  const lines = Array.from({ length: 5_000 }, (_, at) => `t.c${at} = ${at};`);
  const { outcome, effects } = await runBody(lines.join("\n"));
  expect(outcome.kind).toBe("completed");
  expect(effects.map(({ position }) => position?.line)).toEqual(lines.map((_, at) => BODY_LINE + at));
});

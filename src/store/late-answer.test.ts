/** An answer that comes after another project was opened is none of that project's. */
import { expect, test } from "vitest";
import type { RunAnswer, Runtime } from "../worker/runtime.ts";
import { createProject } from "../workflow/project.ts";
import type { RunResult } from "../workflow/run-result.ts";
import { createPlaygroundStore } from "./playground-store.ts";

const answerOf = (name: string): RunAnswer => ({
  kind: "result",
  result: { name, outcome: { kind: "completed" } } as unknown as RunResult,
});

test("it is never shown, not even as the last good result", async () => {
  const pending: ((answer: RunAnswer) => void)[] = [];
  const run = () => new Promise<RunAnswer>((resolve) => pending.push(resolve));
  const store = createPlaygroundStore({
    runtime: { run, stop: () => undefined } as unknown as Runtime,
    project: createProject([{ name: "Workflow.ts", text: "1" }]),
    origin: { kind: "own" },
    nowMs: () => 0,
    timeoutMs: 1,
  });
  store.getState().runNow();
  store.getState().openProject(createProject([{ name: "Workflow.ts", text: "2" }]), { kind: "own" });
  pending[0]?.(answerOf("before"));
  await new Promise(setImmediate);
  const { run: shown, answered } = store.getState();
  expect([shown.status, shown.latest, shown.lastGood, answered?.files[0]?.text]).toEqual([
    "running",
    null,
    null,
    undefined,
  ]);
  pending[1]?.(answerOf("opened"));
  await new Promise(setImmediate);
  expect(store.getState().run).toMatchObject({ status: "done", lastGood: { name: "opened" } });
  expect(store.getState().answered?.files[0]?.text).toBe("2");
});

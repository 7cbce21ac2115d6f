import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RunAnswer } from "../worker/runtime.ts";
import type { RunResult } from "../workflow/run-result.ts";
import { createPlaygroundStore } from "./playground-store.ts";
import { createDeferredReads } from "./deferred-reads.ts";
import { createProject } from "../workflow/project.ts";

const PROJECT = createProject([{ name: "Workflow.ts", text: "" }]);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const settle = () => vi.advanceTimersByTimeAsync(0);

/** A store whose runs are answered, and whose frames are painted, when the test says so. */
async function opened() {
  const answers: ((answer: RunAnswer) => void)[] = [];
  const paints: (() => void)[] = [];
  const store = createPlaygroundStore({
    runtime: {
      run: () => new Promise((resolve) => answers.push(resolve)),
      stop: () => undefined,
      startStandby: async () => undefined,
      dispose: () => undefined,
    },
    project: PROJECT,
    origin: { kind: "own" },
    nowMs: () => 0,
    timeoutMs: 1_000,
  });
  const quiet = createDeferredReads(store, () => new Promise((resolve) => paints.push(resolve)));
  const seen: string[] = [];
  quiet.subscribe(({ run }) => seen.push(`${run.status} ${run.count}`));
  const answer = async (given: RunAnswer) => {
    answers.shift()?.(given);
    await settle();
  };
  const paint = async () => {
    paints.shift()?.();
    await settle();
  };
  store.getState().runNow();
  await answer(RESULT);
  seen.length = 0;
  return { store, quiet, seen, answer, paint };
}

const RESULT: RunAnswer = { kind: "result", result: { outcome: { kind: "completed" } } as RunResult };

test("the first result is told at once", async () => {
  const { quiet } = await opened();
  expect(quiet.getState().run).toMatchObject({ status: "done", count: 1 });
});

test("a later one is told when it has been painted, and a short run is never told of", async () => {
  const { store, quiet, seen, answer, paint } = await opened();
  store.getState().setFileText("Workflow.ts", "1");
  await answer(RESULT);
  expect(store.getState().run.count).toBe(2);
  expect(quiet.getState().run.count).toBe(1);
  await paint();
  expect(quiet.getState()).toBe(store.getState());
  expect(seen).toEqual(["done 1", "done 2"]);
});

test("edits and views are told at once, also while a result is held back", async () => {
  const { store, quiet, answer, paint } = await opened();
  store.getState().setFileText("Workflow.ts", "1");
  expect(quiet.getState().project.files[0]?.text).toBe("1");
  await answer(RESULT);
  store.getState().setView({ resultTab: "jwt" });
  expect(quiet.getState()).toMatchObject({ view: { resultTab: "jwt" }, run: { count: 1 } });
  await paint();
  expect(quiet.getState()).toMatchObject({ view: { resultTab: "jwt" }, run: { count: 2 } });
});

test("of results that come before one paint the newest is told", async () => {
  const { store, quiet, answer, paint } = await opened();
  store.getState().runNow();
  await answer(RESULT);
  store.getState().runNow();
  await answer(RESULT);
  await paint();
  expect(quiet.getState().run).toMatchObject({ status: "done", count: 3 });
});

test("a run that takes long is told of, and its end at once when it leaves no result", async () => {
  const { store, quiet, answer } = await opened();
  store.getState().runNow();
  await vi.advanceTimersByTimeAsync(99);
  expect(quiet.getState().run.status).toBe("done");
  await vi.advanceTimersByTimeAsync(1);
  expect(quiet.getState().run.status).toBe("running");
  await answer({ kind: "hung", limitMs: 1_000 });
  expect(quiet.getState().run.status).toBe("hung");
});

test("another project takes the place of a result that was held back", async () => {
  const { store, quiet, answer, paint } = await opened();
  store.getState().runNow();
  await answer(RESULT);
  store.getState().openProject({ ...PROJECT }, { kind: "own" });
  expect(quiet.getState().run.latest).toBeNull();
  await paint();
  expect(quiet.getState().run.latest).toBeNull();
  await answer(RESULT);
  expect(quiet.getState().run).toMatchObject({ status: "done", count: 3 });
});

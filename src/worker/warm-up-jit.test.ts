import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterEach, expect, test, vi } from "vitest";
import { diagnose } from "../diagnose/diagnose.ts";
import { findJsonMistake } from "../workflow/json-mistake.ts";
import { readDetailedMock } from "../workflow/detailed-mock.ts";
import { createRedactor } from "../workflow/redact-secrets.ts";
import { runProject } from "../pipeline.ts";
import { ALL_PARTS } from "../sandbox/native-modules.ts";
import { createSandbox } from "../sandbox/sandbox.ts";
import { JIT_PROJECT, warmUpJit } from "./warm-up-jit.ts";

const wasm = readFileSync(createRequire(import.meta.url).resolve("quickjs-wasi/quickjs.wasm"));

afterEach(() => {
  vi.useRealTimers();
});

test("the workflow goes through every stage to its end", async () => {
  const tools = {
    sandbox: await createSandbox(wasm, ALL_PARTS),
    diagnose,
    explainJson: findJsonMistake,
    createRedactor,
    readDetailedMock,
    refuseNested: null,
  };
  const answer = runProject(JIT_PROJECT, { nowMs: 0, timeoutMs: 10_000, grantConsole: true }, tools);
  if (answer.kind !== "result") throw new Error(`It ended as ${answer.kind}.`);
  const { outcome, effects, tokens, diagnostics } = answer.result;
  expect(outcome.kind).toBe("completed");
  expect(diagnostics).toEqual([]);
  expect(new Set(effects.map(({ kind }) => kind))).toEqual(new Set(["claim", "call", "log"]));
  expect(tokens.map(({ name, issuedText }) => [name, issuedText !== null])).toEqual([
    ["accessToken", true],
    ["idToken", true],
  ]);
});

test("a worker warms up its JIT once it has been asked and while nobody asks again, and comes to an end", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
  let runs = 0;
  const counting: typeof diagnose = (input) => {
    runs += 1;
    return diagnose(input);
  };
  const tools = {
    sandbox: await createSandbox(wasm, ALL_PARTS),
    diagnose: counting,
    explainJson: findJsonMistake,
    createRedactor,
    readDetailedMock,
    refuseNested: null,
  };
  const requests = new EventTarget();
  const done = warmUpJit(tools, requests);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(runs).toBe(0);
  for (const before of [0, 11]) {
    requests.dispatchEvent(new Event("message"));
    await vi.advanceTimersByTimeAsync(450);
    expect(runs).toBe(before);
    await vi.advanceTimersByTimeAsync(550);
    expect(runs).toBe(before + 11);
  }
  await vi.advanceTimersByTimeAsync(60_000);
  expect(runs).toBe(60);
  await done;
});

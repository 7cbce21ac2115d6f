/** The runtime client against workers that answer, hang or die on command. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RunSource } from "../workflow/project.ts";
import { MOST_WAITED } from "../workflow/run-input.ts";
import type { RunResult } from "../workflow/run-result.ts";
import { BUNDLER_LIMIT_MS, createRuntime, WATCHDOG_GRACE_MS } from "./run-queue.ts";
import type { FromRuntime, ToRuntime } from "./protocol.ts";
import { WARM_UP_PROJECT } from "./warm-up.ts";
import { STARTING_LIMIT_MS } from "./worker-pool.ts";

const OPTIONS = { nowMs: 0, timeoutMs: 1_000, grantConsole: true };
const result = (name: string) => ({ name }) as unknown as RunResult;
const project = (text: string): RunSource => ({
  files: [{ name: "Workflow.ts", text }],
  scenario: WARM_UP_PROJECT.scenarios[0],
});

/** A worker whose answers the test gives by hand. */
class PuppetWorker extends EventTarget {
  readonly received: ToRuntime[] = [];
  isTerminated = false;
  readonly #isReady: boolean;
  constructor(isReady: boolean) {
    super();
    this.#isReady = isReady;
  }
  postMessage(message: ToRuntime): void {
    this.received.push(message);
    if (message.type === "start" && this.#isReady) queueMicrotask(() => this.say({ type: "ready" }));
  }
  say(message: FromRuntime): void {
    if (!this.isTerminated) this.dispatchEvent(new MessageEvent("message", { data: message }));
  }
  terminate(): void {
    this.isTerminated = true;
  }
  get runs() {
    return this.received.filter((message) => message.type === "run");
  }
}

const DEEP_ENGINE = {} as WebAssembly.Module;

function setUp({ isReady = true } = {}) {
  const workers: PuppetWorker[] = [];
  const bundled: string[] = [];
  const deepened: string[] = [];
  async function start(): Promise<Worker> {
    const worker = new PuppetWorker(isReady);
    workers.push(worker);
    return worker as unknown as Worker;
  }
  const runtime = createRuntime({
    engine: async () => ({}) as WebAssembly.Module,
    startFirstWorker: start,
    startWorker: start,
    deepEngine: async () => {
      deepened.push("asked");
      return DEEP_ENGINE;
    },
    bundle: async (_, entry) => {
      bundled.push(entry);
      return { kind: "needs-bundler", construct: "", position: { file: "", line: 1, column: 1 } };
    },
  });
  return { runtime, workers, bundled, deepened, settle: () => vi.advanceTimersByTimeAsync(0) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("a run is answered by the worker that was warm", async () => {
  const { runtime, workers, settle } = setUp();
  const answer = runtime.run(project("a"), OPTIONS);
  await settle();
  workers[0]?.say({ type: "result", id: 1, result: result("a") });
  expect(await answer).toEqual({ kind: "result", result: result("a") });
});

test("a run that needs more than the first worker has is given to another, and the first is let go", async () => {
  const { runtime, workers, settle } = setUp();
  const answer = runtime.run(project("a"), OPTIONS);
  await settle();
  workers[0]?.say({ type: "needs-module", id: 1 });
  await settle();
  expect(workers.map(({ isTerminated, runs }) => [isTerminated, runs.length])).toEqual([
    [true, 1],
    [false, 1],
  ]);
  workers[1]?.say({ type: "result", id: 1, result: result("a") });
  expect(await answer).toEqual({ kind: "result", result: result("a") });
});

test("a run whose calls nest too deep is made again with the engine for that, and with what had been brought", async () => {
  const { runtime, workers, deepened, settle } = setUp();
  const waits: unknown[] = [];
  const answer = runtime.run(project("a"), OPTIONS, (wait) => waits.push(wait));
  await settle();
  workers[0]?.say({ type: "needs-bundler", id: 1, entry: "Workflow.ts", construct: "" });
  await settle();
  workers[0]?.say({ type: "needs-deep-stack", id: 1 });
  await settle();
  expect(deepened).toEqual(["asked"]);
  expect(waits).toContain("starting the sandbox");
  expect(waits.at(-1)).toBeNull();
  expect(workers).toHaveLength(1);
  expect(workers[0]?.runs.at(-1)).toMatchObject({ deepEngine: DEEP_ENGINE, bundled: { kind: "needs-bundler" } });
  workers[0]?.say({ type: "result", id: 1, result: result("a") });
  expect(await answer).toEqual({ kind: "result", result: result("a") });
});

test("the watchdog begins anew when the author's code begins or has ended, and then too it comes", async () => {
  const { runtime, workers, settle } = setUp();
  const answer = runtime.run(project("a"), OPTIONS);
  await settle();
  const graceMs = OPTIONS.timeoutMs + WATCHDOG_GRACE_MS;
  await vi.advanceTimersByTimeAsync(graceMs - 10);
  workers[0]?.say({ type: "stage", id: 1 });
  await vi.advanceTimersByTimeAsync(graceMs - 10);
  expect(workers[0]?.isTerminated).toBe(false);
  await vi.advanceTimersByTimeAsync(20);
  expect(workers[0]?.isTerminated).toBe(true);
  expect(await answer).toEqual({ kind: "hung", limitMs: OPTIONS.timeoutMs });
});

test("a run that the machine lets wait and that can be interrupted is waited for", async () => {
  const { runtime, workers, settle } = setUp();
  const answer = runtime.run(project("a"), OPTIONS);
  await settle();
  await vi.advanceTimersByTimeAsync(OPTIONS.timeoutMs + 10);
  workers[0]?.say({ type: "late", id: 1 });
  await vi.advanceTimersByTimeAsync(MOST_WAITED * OPTIONS.timeoutMs);
  workers[0]?.say({ type: "result", id: 1, result: result("a") });
  expect(await answer).toEqual({ kind: "result", result: result("a") });
});

test("of several edits during one run only the newest is run, the others are superseded", async () => {
  const { runtime, workers, settle } = setUp();
  const answers = [runtime.run(project("a"), OPTIONS)];
  await settle();
  answers.push(runtime.run(project("b"), OPTIONS), runtime.run(project("c"), OPTIONS));
  workers[0]?.say({ type: "result", id: 1, result: result("a") });
  await settle();
  workers[0]?.say({ type: "result", id: 3, result: result("c") });
  expect((await Promise.all(answers)).map(({ kind }) => kind)).toEqual(["result", "superseded", "result"]);
  expect(workers[0]?.runs.length).toBe(2);
  expect(workers[0]?.isTerminated).toBe(false);
});

test("a run that hangs is ended by the watchdog, and the warm spare answers the next", async () => {
  const { runtime, workers, settle } = setUp();
  await runtime.startStandby();
  const hanging = runtime.run(project("for(;;);"), OPTIONS);
  await settle();
  await vi.advanceTimersByTimeAsync(OPTIONS.timeoutMs + WATCHDOG_GRACE_MS);
  expect(await hanging).toEqual({ kind: "hung", limitMs: OPTIONS.timeoutMs });
  expect(workers[1]?.isTerminated).toBe(true);
  const next = runtime.run(project("b"), OPTIONS);
  await settle();
  workers[2]?.say({ type: "result", id: 2, result: result("b") });
  expect(await next).toEqual({ kind: "result", result: result("b") });
  expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, true, false, false]);
});

test("a worker that diagnoses takes the first one’s place once it is warm, and not during a run", async () => {
  const { runtime, workers, settle } = setUp();
  const first = runtime.run(project("a"), OPTIONS);
  await settle();
  await runtime.startStandby();
  expect(workers[0]?.isTerminated).toBe(false);
  workers[0]?.say({ type: "result", id: 1, result: result("a") });
  expect((await first).kind).toBe("result");
  const next = runtime.run(project("b"), OPTIONS);
  await settle();
  expect(workers[0]?.isTerminated).toBe(true);
  workers[1]?.say({ type: "result", id: 2, result: result("b") });
  expect(await next).toEqual({ kind: "result", result: result("b") });
});

test("an edit does not wait for a run that hangs", async () => {
  const { runtime, workers, settle } = setUp();
  await runtime.startStandby();
  const hanging = runtime.run(project("for(;;);"), OPTIONS);
  await settle();
  const next = runtime.run(project("b"), OPTIONS);
  await vi.advanceTimersByTimeAsync(60);
  expect(await hanging).toEqual({ kind: "superseded" });
  workers[2]?.say({ type: "result", id: 2, result: result("b") });
  expect(await next).toEqual({ kind: "result", result: result("b") });
});

test("edits while the first worker still starts do not restart it", async () => {
  const { runtime, workers, settle } = setUp();
  const first = runtime.run(project("a"), OPTIONS);
  const second = runtime.run(project("b"), OPTIONS);
  await settle();
  expect(await first).toEqual({ kind: "superseded" });
  workers[0]?.say({ type: "result", id: 2, result: result("b") });
  expect((await second).kind).toBe("result");
  expect(workers.length).toBe(1);
});

test("stop ends the run under way", async () => {
  const { runtime, workers, settle } = setUp();
  const answer = runtime.run(project("for(;;);"), OPTIONS);
  await settle();
  runtime.stop();
  expect(await answer).toEqual({ kind: "stopped" });
  expect(workers[0]?.isTerminated).toBe(true);
});

test("our own failure in the worker is told apart, and a new worker takes over", async () => {
  const { runtime, workers, settle } = setUp();
  const answer = runtime.run(project("a"), OPTIONS);
  await settle();
  workers[0]?.say({ type: "crashed", id: 1, message: "broken" });
  expect(await answer).toEqual({ kind: "crashed", message: "broken" });
  expect(workers[0]?.isTerminated).toBe(true);
  expect(workers.length).toBe(2);
});

test("a worker that dies during a run is told from one that hangs, and a new one takes over", async () => {
  const { runtime, workers, settle } = setUp();
  const answer = runtime.run(project("a"), OPTIONS);
  await settle();
  workers[0]?.dispatchEvent(Object.assign(new Event("error"), { message: "out of memory" }));
  expect(await answer).toEqual({ kind: "crashed", message: "out of memory" });
  expect(workers[0]?.isTerminated).toBe(true);
  const next = runtime.run(project("b"), OPTIONS);
  await settle();
  workers[1]?.say({ type: "result", id: 2, result: result("b") });
  expect(await next).toEqual({ kind: "result", result: result("b") });
});

test("a worker whose engine cannot start fails the run instead of keeping it waiting", async () => {
  const { runtime, workers, settle } = setUp({ isReady: false });
  const answer = runtime.run(project("a"), OPTIONS);
  await settle();
  workers[0]?.say({ type: "failed", message: "no memory for the engine" });
  expect(await answer).toEqual({ kind: "crashed", message: "no memory for the engine" });
});

test("a construct that only production’s bundler gets right is bundled and run again", async () => {
  const { runtime, workers, bundled, settle } = setUp();
  const answer = runtime.run(project("@decorated class A {}"), OPTIONS);
  await settle();
  workers[0]?.say({ type: "needs-bundler", id: 1, entry: "Workflow.ts", construct: "decorator" });
  await settle();
  expect(bundled).toEqual(["Workflow.ts"]);
  expect(workers[0]?.runs.at(-1)).toHaveProperty("bundled");
  workers[0]?.say({ type: "result", id: 1, result: result("a") });
  expect((await answer).kind).toBe("result");
});

test("a run says what holds it up, and a sandbox that never starts ends in words", async () => {
  const { runtime, workers } = setUp({ isReady: false });
  const waits: (string | null)[] = [];
  const answer = runtime.run(project("a"), OPTIONS, (wait) => waits.push(wait));
  await vi.advanceTimersByTimeAsync(STARTING_LIMIT_MS);
  expect(await answer).toMatchObject({ kind: "crashed", message: expect.stringContaining("did not answer within") });
  expect(waits).toEqual(["starting the sandbox"]);
  expect(workers[0]?.isTerminated).toBe(true);
});

test("an engine that did not arrive is asked for again by the next run", async () => {
  let asked = 0;
  const workers: PuppetWorker[] = [];
  const startWorker = async () => {
    workers.push(new PuppetWorker(true));
    return workers.at(-1) as unknown as Worker;
  };
  const runtime = createRuntime({
    engine: async () => {
      asked += 1;
      if (asked === 1) throw new Error("offline");
      return {} as WebAssembly.Module;
    },
    startFirstWorker: startWorker,
    startWorker,
    bundle: () => new Promise(() => undefined),
    deepEngine: () => new Promise(() => undefined),
  });
  expect(await runtime.run(project("a"), OPTIONS)).toEqual({ kind: "crashed", message: "offline" });
  const next = runtime.run(project("a"), OPTIONS);
  await vi.advanceTimersByTimeAsync(0);
  workers.at(-1)?.say({ type: "result", id: 2, result: result("a") });
  expect((await next).kind).toBe("result");
});

test("a bundler that never answers ends in words, and a newer edit does not wait for it", async () => {
  const worker = new PuppetWorker(true);
  const runtime = createRuntime({
    engine: async () => ({}) as WebAssembly.Module,
    startFirstWorker: async () => worker as unknown as Worker,
    startWorker: async () => worker as unknown as Worker,
    bundle: () => new Promise(() => undefined),
    deepEngine: () => new Promise(() => undefined),
  });
  const waits: (string | null)[] = [];
  const first = runtime.run(project("@a class A {}"), OPTIONS, (wait) => waits.push(wait));
  await vi.advanceTimersByTimeAsync(0);
  worker.say({ type: "needs-bundler", id: 1, entry: "Workflow.ts", construct: "decorator" });
  expect(waits.at(-1)).toBe("loading the bundler");
  const second = runtime.run(project("@b class B {}"), OPTIONS);
  expect(await first).toEqual({ kind: "superseded" });
  await vi.advanceTimersByTimeAsync(0);
  worker.say({ type: "needs-bundler", id: 2, entry: "Workflow.ts", construct: "decorator" });
  await vi.advanceTimersByTimeAsync(BUNDLER_LIMIT_MS);
  expect(await second).toMatchObject({
    kind: "crashed",
    message: expect.stringContaining("The bundler did not answer"),
  });
  expect(worker.isTerminated).toBe(false);
});

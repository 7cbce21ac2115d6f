/** The bundler's client against workers that answer, hang or die on command. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Transpilation } from "../transpile/transpile.ts";
import { BUNDLING_LIMIT_MS, createBundlerClient } from "./bundler-client.ts";
import type { FromBundler, ToBundler } from "./protocol.ts";
import { WARM_UP_PROJECT } from "./warm-up.ts";

const BUNDLED = { kind: "needs-bundler", construct: "", position: { file: "", line: 1, column: 1 } } as Transpilation;

class PuppetWorker extends EventTarget {
  isTerminated = false;
  readonly received: ToBundler[] = [];
  postMessage(message: ToBundler): void {
    this.received.push(message);
    if (message.type === "start") queueMicrotask(() => this.say({ type: "ready" }));
  }
  say(message: FromBundler): void {
    this.dispatchEvent(new MessageEvent("message", { data: message }));
  }
  terminate(): void {
    this.isTerminated = true;
  }
}

function setUp(engine: () => Promise<WebAssembly.Module> = async () => ({}) as WebAssembly.Module) {
  const workers: PuppetWorker[] = [];
  const bundle = createBundlerClient({
    engine,
    startWorker: async () => {
      workers.push(new PuppetWorker());
      return workers.at(-1) as unknown as Worker;
    },
  });
  return {
    bundle: () => bundle(WARM_UP_PROJECT.files, "Workflow.ts"),
    workers,
    settle: () => vi.advanceTimersByTimeAsync(0),
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("one worker bundles again and again; one that failed says so, and the next call starts another", async () => {
  const { bundle, workers, settle } = setUp();
  const first = bundle();
  await settle();
  workers[0]?.say({ type: "bundled", id: 1, bundled: BUNDLED });
  expect(await first).toEqual(BUNDLED);
  const second = bundle();
  await settle();
  workers[0]?.say({ type: "crashed", id: 2, message: "broken" });
  await expect(second).rejects.toThrow("broken");
  expect(workers[0]?.isTerminated).toBe(true);
  const third = bundle();
  await settle();
  workers[1]?.say({ type: "bundled", id: 3, bundled: BUNDLED });
  expect(await third).toEqual(BUNDLED);
});

test("a bundler that hangs is ended in time, and the next call starts another", async () => {
  const { bundle, workers, settle } = setUp();
  const hanging = expect(bundle()).rejects.toThrow("did not answer within 20 s");
  await vi.advanceTimersByTimeAsync(BUNDLING_LIMIT_MS + 1);
  await hanging;
  expect(workers[0]?.isTerminated).toBe(true);
  const next = bundle();
  await settle();
  workers[1]?.say({ type: "bundled", id: 2, bundled: BUNDLED });
  expect(await next).toEqual(BUNDLED);
});

test("an engine that did not arrive is asked for again", async () => {
  let asked = 0;
  const { bundle, workers, settle } = setUp(async () => {
    asked += 1;
    if (asked === 1) throw new Error("offline");
    return {} as WebAssembly.Module;
  });
  await expect(bundle()).rejects.toThrow("offline");
  const next = bundle();
  await settle();
  workers.at(-1)?.say({ type: "bundled", id: 1, bundled: BUNDLED });
  expect(await next).toEqual(BUNDLED);
});

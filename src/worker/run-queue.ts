/** One run at a time, and the newest request wins: a run that hangs is ended, one that is out of date is abandoned. */
import type { RunOptions } from "../pipeline.ts";
import type { Transpilation } from "../transpile/transpile.ts";
import type { RunSource, SourceFile } from "../workflow/project.ts";
import type { FromRuntime, ToRuntime } from "./protocol.ts";
import type { RunAnswer, Runtime, RunWait } from "./runtime.ts";
import { MOST_WAITED } from "../workflow/run-input.ts";
import { messageOf, within } from "./watchdog.ts";
import { createWorkerPool, type PoolParts, STARTING_LIMIT_MS } from "./worker-pool.ts";

type RuntimeParts = PoolParts & {
  /** Bundles with production's bundler, in a worker of its own that is loaded when first needed. */
  readonly bundle: (files: readonly SourceFile[], entry: string) => Promise<Transpilation>;
  /** The engine for calls that nest deeper than a worker's stack, loaded when first needed. */
  readonly deepEngine: () => Promise<WebAssembly.Module>;
};

type Needs = Extract<FromRuntime, { type: "needs-module" | "needs-bundler" | "needs-deep-stack" }>;

/** What a run that is sent again has got meanwhile. */
type Brought = Pick<Extract<ToRuntime, { type: "run" }>, "bundled" | "deepEngine">;

/** How long after the run's own limit the page waits before it terminates the worker, in milliseconds. */
export const WATCHDOG_GRACE_MS = 250;
/** The last part of it, in which what came from the worker meanwhile is heard, in milliseconds. */
const HEARING_MS = 50;
/** How much of a project is read, compared and sent in a millisecond on a slow machine: all of which the run's own limit leaves out. */
const CHARACTERS_PER_MS = 250;
/** How long a run may hold up a newer request before it is abandoned, in milliseconds. */
const ABANDON_AFTER_MS = 60;
/** Far more than the bundler takes to arrive and to bundle; it has closer limits of its own. */
export const BUNDLER_LIMIT_MS = 60_000;

type Request = {
  readonly id: number;
  readonly source: RunSource;
  readonly options: RunOptions;
  readonly onWait: (wait: RunWait | null) => void;
  readonly resolve: (answer: RunAnswer) => void;
};

type Work =
  | { readonly kind: "none" }
  /** Waits for a worker or for the bundler: a newer request simply takes its place. */
  | { readonly kind: "waiting"; readonly request: Request }
  /** A worker has it, since `sentAtMs`. */
  | {
      readonly kind: "sent";
      readonly request: Request;
      readonly brought: Brought;
      readonly sentAtMs: number;
      /** The request that comes next: at most one, the newest. */
      readonly newer: Request | null;
    };

/** Creates the runtime. The first worker starts at once. */
export function createRuntime(parts: RuntimeParts): Runtime {
  const pool = createWorkerPool(parts, {
    onMessage,
    onDied: (message) => work.kind === "sent" && replaceWorker({ kind: "crashed", message }),
  });
  let work: Work = { kind: "none" };
  let alarm: ReturnType<typeof setTimeout> | undefined;
  let notice: ReturnType<typeof setTimeout> | undefined;
  let abandon: ReturnType<typeof setTimeout> | undefined;
  /** Abandoning a run costs a worker: one that takes no longer than the one before is let through. */
  let abandonAfterMs = ABANDON_AFTER_MS;
  let lastId = 0;
  let isDisposed = false;

  function onMessage(message: FromRuntime) {
    if (message.type === "ready" || message.type === "failed") return;
    if (work.kind !== "sent" || message.id !== work.request.id) return;
    const { request, brought, sentAtMs, newer } = work;
    switch (message.type) {
      case "stage":
      case "late":
        watch(request, message.type === "late" ? MOST_WAITED * request.options.timeoutMs : undefined);
        break;
      case "result":
        abandonAfterMs = Math.max(ABANDON_AFTER_MS, 2 * (performance.now() - sentAtMs));
        finish({ kind: "result", result: message.result });
        break;
      case "crashed":
        replaceWorker({ kind: "crashed", message: message.message });
        break;
      default:
        if (message.type === "needs-module") pool.requireFull();
        // What is asked for takes a while: a newer request would only be held up by it.
        if (newer !== null) finish({ kind: "superseded" });
        else goOn(request, brought, message);
    }
  }

  function goOn(request: Request, brought: Brought, message: Needs): void {
    stopClocks();
    work = { kind: "waiting", request };
    if (message.type === "needs-module") void dispatch(request, brought);
    else void bringAndRun(request, brought, message);
  }

  const isWaiting = (request: Request) => work.kind === "waiting" && work.request === request;

  async function bringAndRun(request: Request, brought: Brought, message: Needs): Promise<void> {
    try {
      if (message.type === "needs-bundler") {
        request.onWait("loading the bundler");
        const bundling = parts.bundle(request.source.files, message.entry);
        brought = { ...brought, bundled: await within(BUNDLER_LIMIT_MS, "The bundler", bundling) };
      } else {
        request.onWait("starting the sandbox");
        brought = { ...brought, deepEngine: await within(STARTING_LIMIT_MS, "The sandbox", parts.deepEngine()) };
      }
      if (isWaiting(request)) await dispatch(request, brought);
    } catch (error) {
      if (isWaiting(request)) finish({ kind: "crashed", message: messageOf(error) });
    }
  }

  async function dispatch(request: Request, brought: Brought = {}): Promise<void> {
    const warm = pool.warm();
    if (warm !== null) {
      if (brought.bundled || brought.deepEngine) request.onWait(null);
      return send(request, warm, brought);
    }
    request.onWait("starting the sandbox");
    try {
      const worker = await pool.ready();
      if (!isWaiting(request)) return;
      request.onWait(null);
      send(request, worker, brought);
    } catch (error) {
      if (isWaiting(request)) finish({ kind: "crashed", message: messageOf(error) });
    }
  }

  function send(request: Request, worker: Worker, brought: Brought): void {
    const { id, source, options } = request;
    // A worker makes its deep engine ready before the author's code begins.
    watch(request, brought.deepEngine && MOST_WAITED * options.timeoutMs);
    work = { kind: "sent", request, brought, sentAtMs: performance.now(), newer: null };
    worker.postMessage({ type: "run", id, source, options, ...brought } satisfies ToRuntime);
  }

  /** From now on: first over the author's code, then, as long again, over what becomes of all that it did. */
  function watch(
    { source, options: { timeoutMs: limitMs }, onWait }: Request,
    waitMs: number | undefined = limitMs,
  ): void {
    clearTimeout(alarm);
    clearTimeout(notice);
    const end = () => replaceWorker({ kind: "hung", limitMs });
    alarm = setTimeout(
      () => {
        // What the worker has said while the page was busy is heard first.
        alarm = setTimeout(end, HEARING_MS);
      },
      waitMs + graceMs(source) - HEARING_MS,
    );
    notice = setTimeout(() => onWait("reading the result"), waitMs + WATCHDOG_GRACE_MS);
  }

  function stopClocks(): void {
    for (const clock of [alarm, notice, abandon]) clearTimeout(clock);
    abandon = undefined;
  }

  function begin(request: Request): void {
    pool.promote();
    work = { kind: "waiting", request };
    void dispatch(request);
  }

  function finish(answer: RunAnswer): void {
    stopClocks();
    const done = work;
    work = { kind: "none" };
    if (done.kind !== "none") done.request.resolve(answer);
    if (done.kind === "sent" && done.newer !== null) begin(done.newer);
  }

  function replaceWorker(answer: RunAnswer): void {
    pool.replace();
    finish(answer);
  }

  function dropNewer(): void {
    if (work.kind !== "sent") return;
    work.newer?.resolve({ kind: "superseded" });
    work = { ...work, newer: null };
  }

  return {
    run(source, options, onWait = () => undefined) {
      return new Promise((resolve) => {
        lastId += 1;
        const request: Request = { id: lastId, source, options, onWait, resolve };
        if (isDisposed) return resolve({ kind: "stopped" });
        if (work.kind === "sent") {
          dropNewer();
          work = { ...work, newer: request };
          abandon ??= setTimeout(() => replaceWorker({ kind: "superseded" }), abandonAfterMs);
          return;
        }
        if (work.kind === "waiting") work.request.resolve({ kind: "superseded" });
        begin(request);
      });
    },
    stop() {
      dropNewer();
      if (work.kind === "sent") replaceWorker({ kind: "stopped" });
      else finish({ kind: "stopped" });
    },
    startStandby: pool.startStandby,
    dispose() {
      isDisposed = true;
      dropNewer();
      finish({ kind: "stopped" });
      pool.dispose();
    },
  };
}

function graceMs({ files, scenario: { tokens } }: RunSource): number {
  const texts = [...files, ...Object.values(tokens)];
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0);
  return WATCHDOG_GRACE_MS + Math.floor(characters / CHARACTERS_PER_MS);
}

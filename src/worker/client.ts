/** The page's side of the runtime: the newest request wins, a worker that hangs is terminated, and a warm spare answers the next run. */
import type { RunOptions } from "../pipeline.ts";
import type { Transpilation } from "../transpile/transpile.ts";
import type { Project } from "../workflow/project.ts";
import type { RunResult } from "../workflow/run-result.ts";
import type { FromRuntime, ToRuntime } from "./protocol.ts";

/** `hung`: nothing inside could stop the run, so the worker was terminated. `superseded`: a newer request took its place. */
export type RunAnswer =
  | { readonly kind: "result"; readonly result: RunResult }
  | { readonly kind: "hung"; readonly limitMs: number }
  | { readonly kind: "stopped" }
  | { readonly kind: "superseded" }
  | { readonly kind: "crashed"; readonly message: string };

export type Runtime = {
  run(project: Project, options: RunOptions): Promise<RunAnswer>;
  /** Terminates the run under way, if there is one. */
  stop(): void;
  /**
   * Starts whole workers from now on: one takes the first worker's place, one more stands by. Resolves when the first is
   * warm; run once more then to have the diagnostics.
   */
  keepSpare(): Promise<void>;
  dispose(): void;
};

export type RuntimeParts = {
  readonly engine: Promise<WebAssembly.Module>;
  /** Starts a worker that answers soon; `startWorker` one that diagnoses as well. */
  readonly startFirstWorker: () => Promise<Worker>;
  readonly startWorker: () => Promise<Worker>;
  /** Bundles with production's bundler, in a worker of its own that is loaded when first needed. */
  readonly bundle: (project: Project, entry: string) => Promise<Transpilation>;
};

/** How long after the run's own limit the page waits before it terminates the worker, in milliseconds. */
export const WATCHDOG_GRACE_MS = 250;
/** How much of a project is read, compared and sent in a millisecond on a slow machine: all of which the run's own limit leaves out. */
const CHARACTERS_PER_MS = 250;
/** How long a run may hold up a newer request before it is abandoned, in milliseconds. */
const PATIENCE_MS = 60;

type Request = {
  readonly id: number;
  readonly project: Project;
  readonly options: RunOptions;
  readonly resolve: (answer: RunAnswer) => void;
};

type Workhorse = { readonly worker: Worker; readonly ready: Promise<void> };
type Recruit = Promise<Workhorse>;

/** Creates the runtime. The first worker starts at once. */
export function createRuntime(parts: RuntimeParts): Runtime {
  let active: Recruit | null = recruit(parts.startFirstWorker);
  let spare: Recruit | null = null;
  let wantsSpare = false;
  let current: Request | null = null;
  let waiting: Request | null = null;
  let alarm: ReturnType<typeof setTimeout> | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;
  /** Whether the worker has the current request; before that a newer one simply takes its place. */
  let isPosted = false;
  /** The worker that has the current request. */
  let running: Worker | null = null;
  let postedAtMs = 0;
  /** Abandoning a run costs a worker: one that takes no longer than the one before is let through. */
  let patienceMs = PATIENCE_MS;
  let lastId = 0;
  /** The active worker once it is known to be ready: a request then reaches it before anything else the page does for an edit. */
  let warm: { readonly of: Recruit; readonly worker: Worker } | null = null;
  let isDisposed = false;
  /** The whole worker that takes the first one's place with the next run. */
  let successor: Recruit | null = null;

  async function recruit(start = parts.startWorker): Promise<Workhorse> {
    const worker = await start();
    const ready = new Promise<void>((resolve, reject) => {
      worker.addEventListener("message", function onMessage(event: MessageEvent<FromRuntime>) {
        if (event.data.type === "failed") reject(new Error(event.data.message));
        if (event.data.type !== "ready") return;
        worker.removeEventListener("message", onMessage);
        resolve();
      });
      worker.addEventListener("error", (event) => {
        reject(new Error(event.message));
        if (worker === running) replaceWorker({ kind: "crashed", message: event.message });
      });
    });
    ready.catch(() => undefined);
    worker.addEventListener("message", (event: MessageEvent<FromRuntime>) => onMessage(event.data));
    post(worker, { type: "start", engine: await parts.engine });
    return { worker, ready };
  }

  function post(worker: Worker, message: ToRuntime): void {
    worker.postMessage(message);
  }

  function onMessage(message: FromRuntime): void {
    if (message.type === "ready" || message.type === "failed") return;
    if (current === null || message.id !== current.id) return;
    if (message.type === "ended") watch(current);
    else if (message.type === "result") {
      patienceMs = Math.max(PATIENCE_MS, 2 * (performance.now() - postedAtMs));
      finish({ kind: "result", result: message.result });
    } else if (message.type === "crashed") replaceWorker({ kind: "crashed", message: message.message });
    else if (message.type === "needs-module") runInWholeWorker(current);
    else void bundleAndRun(current, message.entry);
  }

  function runInWholeWorker(request: Request): void {
    clearTimeout(alarm);
    retire(active);
    active = successor ?? recruit();
    successor = null;
    void dispatch(request);
  }

  async function bundleAndRun(request: Request, entry: string): Promise<void> {
    clearTimeout(alarm);
    try {
      const bundled = await parts.bundle(request.project, entry);
      if (current === request) await dispatch(request, bundled);
    } catch (error) {
      if (current === request) finish({ kind: "crashed", message: messageOf(error) });
    }
  }

  async function dispatch(request: Request, bundled?: Transpilation): Promise<void> {
    active ??= spare ?? recruit();
    if (active === spare) spare = null;
    const of = active;
    try {
      if (warm?.of === of) return send(request, warm.worker, bundled);
      const { worker, ready } = await of;
      await ready;
      if (active === of) warm = { of, worker };
      if (current === request) send(request, worker, bundled);
    } catch (error) {
      active = null;
      if (current === request) finish({ kind: "crashed", message: messageOf(error) });
    }
  }

  function send(request: Request, worker: Worker, bundled: Transpilation | undefined): void {
    const { id, project, options } = request;
    watch(request);
    isPosted = true;
    postedAtMs = performance.now();
    running = worker;
    post(worker, { type: "run", id, project, options, ...(bundled ? { bundled } : {}) });
  }

  /** From now on: first over the author's code, then, as long again, over what becomes of all that it did. */
  function watch({ project, options: { timeoutMs: limitMs } }: Request): void {
    clearTimeout(alarm);
    alarm = setTimeout(() => replaceWorker({ kind: "hung", limitMs }), limitMs + graceMs(project));
  }

  function begin(request: Request): void {
    if (successor !== null) {
      retire(active);
      active = successor;
      successor = null;
    }
    current = request;
    isPosted = false;
    void dispatch(request);
  }

  function finish(answer: RunAnswer): void {
    const done = current;
    current = null;
    running = null;
    clearTimeout(alarm);
    clearTimeout(patience);
    patience = undefined;
    done?.resolve(answer);
    if (waiting !== null) {
      const next = waiting;
      waiting = null;
      begin(next);
    }
  }

  function replaceWorker(answer: RunAnswer): void {
    retire(active);
    if (successor !== null) {
      active = successor;
      successor = null;
    } else {
      active = spare ?? recruit();
      spare = wantsSpare ? recruit() : null;
    }
    finish(answer);
  }

  return {
    run(project, options) {
      return new Promise((resolve) => {
        lastId += 1;
        const request: Request = { id: lastId, project, options, resolve };
        if (isDisposed) return resolve({ kind: "stopped" });
        if (current === null) return begin(request);
        if (!isPosted) {
          current.resolve({ kind: "superseded" });
          return begin(request);
        }
        waiting?.resolve({ kind: "superseded" });
        waiting = request;
        patience ??= setTimeout(() => replaceWorker({ kind: "superseded" }), patienceMs);
      });
    },
    stop() {
      waiting?.resolve({ kind: "superseded" });
      waiting = null;
      if (current !== null) replaceWorker({ kind: "stopped" });
    },
    async keepSpare() {
      if (wantsSpare) return;
      wantsSpare = true;
      const whole = recruit();
      await (await whole).ready;
      if (isDisposed) return retire(whole);
      successor = whole;
      spare ??= recruit();
    },
    dispose() {
      isDisposed = true;
      clearTimeout(alarm);
      clearTimeout(patience);
      waiting?.resolve({ kind: "stopped" });
      current?.resolve({ kind: "stopped" });
      waiting = current = null;
      for (const workhorse of [active, successor, spare]) retire(workhorse);
      active = successor = spare = null;
    },
  };
}

function graceMs({ files, tokens }: Project): number {
  const texts = [...files, ...Object.values(tokens)];
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0);
  return WATCHDOG_GRACE_MS + Math.floor(characters / CHARACTERS_PER_MS);
}

function retire(workhorse: Recruit | null): void {
  workhorse?.then(({ worker }) => worker.terminate()).catch(() => undefined);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Who is ready to run: the first worker at once, then a full one in its place and another that stands by. */
import type { FromRuntime, ToRuntime } from "./protocol.ts";
import { messageOf, within } from "./watchdog.ts";

export type PoolParts = {
  /** The sandbox engine, compiled once; asked for again when it did not come. */
  readonly engine: () => Promise<WebAssembly.Module>;
  /** Starts a worker that answers soon; `startWorker` one that diagnoses as well. */
  readonly startFirstWorker: () => Promise<Worker>;
  readonly startWorker: () => Promise<Worker>;
};

type Events = {
  /** Of the active worker alone. */
  readonly onMessage: (message: FromRuntime) => void;
  readonly onDied: (message: string) => void;
};

type Member = {
  /** Null until it is warm: its engine has run once. */
  worker: Worker | null;
  readonly warm: Promise<Worker>;
  readonly end: () => void;
};

/** Far more than a slow connection takes for the worker and its engine, in milliseconds. */
export const STARTING_LIMIT_MS = 30_000;

/** The first worker starts at once. */
export function createWorkerPool(parts: PoolParts, { onMessage, onDied }: Events) {
  let active: Member | null = start(parts.startFirstWorker);
  /** The full worker that takes the first one's place with the next run. */
  let next: Member | null = null;
  let standby: Member | null = null;
  let hasStandby = false;
  let isDisposed = false;

  function start(startWorker = parts.startWorker): Member {
    let isEnded = false;
    let started: Worker | null = null;
    const member: Member = {
      worker: null,
      warm: within(STARTING_LIMIT_MS, "The sandbox", warmUp()),
      end() {
        isEnded = true;
        started?.terminate();
      },
    };

    async function warmUp(): Promise<Worker> {
      const worker = await startWorker();
      started = worker;
      const ready = new Promise<void>((resolve, reject) => {
        worker.addEventListener("message", ({ data }: MessageEvent<FromRuntime>) => {
          if (data.type === "ready") resolve();
          else if (data.type === "failed") reject(new Error(data.message));
          else if (member === active) onMessage(data);
        });
        worker.addEventListener("error", ({ message }) => {
          const words = message || "The sandbox’s worker failed without saying why.";
          reject(new Error(words));
          if (member === active && member.worker !== null) onDied(words);
        });
      });
      ready.catch(() => undefined);
      const engine = await parts.engine();
      if (isEnded) worker.terminate();
      worker.postMessage({ type: "start", engine } satisfies ToRuntime);
      await ready;
      member.worker = worker;
      return worker;
    }

    member.warm.catch(() => {
      member.end();
      if (active === member) active = null;
      if (next === member) next = null;
      if (standby === member) standby = null;
    });
    return member;
  }

  /** The one that stands by, else a new one, in the place of the active one. */
  function replace(): void {
    active?.end();
    active = next ?? standby ?? start();
    if (next === null) standby = hasStandby ? start() : null;
    next = null;
  }

  return {
    /** The active worker if a run can be sent to it at once. */
    warm: () => active?.worker ?? null,

    /** The active worker when it is warm; rejects with words when it cannot be started. */
    ready(): Promise<Worker> {
      if (active === null) replace();
      return active?.warm ?? Promise.reject(new Error("The sandbox was ended."));
    },

    replace,

    /** Puts the full worker in the first one's place, if it has come. */
    promote(): void {
      if (next === null) return;
      active?.end();
      active = next;
      next = null;
    },

    /** The active worker lacks something that a full one has. */
    requireFull(): void {
      active?.end();
      active = next ?? start();
      next = null;
    },

    async startStandby(): Promise<void> {
      if (hasStandby) return;
      const full = start();
      try {
        await full.warm;
      } catch (error) {
        throw new Error(messageOf(error));
      }
      if (isDisposed) return full.end();
      hasStandby = true;
      next = full;
      standby ??= start();
    },

    dispose(): void {
      isDisposed = true;
      for (const member of [active, next, standby]) member?.end();
      active = next = standby = null;
    },
  };
}

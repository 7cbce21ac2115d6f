/** The page's side of the bundler: one worker for as long as it answers; one that hangs or fails is ended, and the next call starts another. */
import type { Transpilation } from "../transpile/transpile.ts";
import type { SourceFile } from "../workflow/project.ts";
import type { FromBundler, ToBundler } from "./protocol.ts";
import { OverdueError, within } from "./watchdog.ts";

type BundlerParts = {
  readonly engine: () => Promise<WebAssembly.Module>;
  readonly startWorker: () => Promise<Worker>;
};

/** Far more than any bundling takes once the bundler has started, in milliseconds: its first on a slow, busy machine was seen to take more than five seconds. */
export const BUNDLING_LIMIT_MS = 20_000;
/** Far more than its engine takes to start once it has arrived, in milliseconds. */
const BUNDLER_START_LIMIT_MS = 35_000;

type Settle = { resolve(bundled: Transpilation): void; reject(error: Error): void };

/** @returns a function that bundles a project's files as production does; it rejects when the bundler cannot. */
export function createBundlerClient(
  parts: BundlerParts,
): (files: readonly SourceFile[], entry: string) => Promise<Transpilation> {
  let started: Promise<Worker> | null = null;
  let lastId = 0;
  const pending = new Map<number, Settle>();

  function end(worker: Worker, error: Error): void {
    worker.terminate();
    started = null;
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  }

  async function start(): Promise<Worker> {
    const [engine, worker] = await Promise.all([parts.engine(), parts.startWorker()]);
    const ready = new Promise<void>((resolve, reject) => {
      worker.addEventListener("message", ({ data }: MessageEvent<FromBundler>) => {
        if (data.type === "ready") return resolve();
        if (data.type === "failed") return reject(new Error(data.message));
        if (data.type === "crashed") return end(worker, new Error(data.message));
        pending.get(data.id)?.resolve(data.bundled);
        pending.delete(data.id);
      });
      worker.addEventListener("error", (event) => {
        const error = new Error(event.message || "The bundler failed without saying why.");
        reject(error);
        end(worker, error);
      });
      worker.postMessage({ type: "start", engine } satisfies ToBundler);
    });
    try {
      await within(BUNDLER_START_LIMIT_MS, "The bundler", ready);
    } catch (error) {
      worker.terminate();
      throw error;
    }
    return worker;
  }

  return async (files, entry) => {
    started ??= start();
    const starting = started;
    const worker = await starting.catch((error: unknown) => {
      if (started === starting) started = null;
      throw error;
    });
    lastId += 1;
    const id = lastId;
    const answer = new Promise<Transpilation>((resolve, reject) => {
      pending.set(id, { resolve, reject });
      worker.postMessage({ type: "bundle", id, files, entry } satisfies ToBundler);
    });
    try {
      return await within(BUNDLING_LIMIT_MS, "The bundler", answer);
    } catch (error) {
      if (error instanceof OverdueError) end(worker, error);
      throw error;
    }
  };
}

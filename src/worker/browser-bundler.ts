/** The bundler as a browser has it: one worker for the page's life, started on first use. */
import { bundlerEngineUrl } from "../transpile/bundler-url.ts";
import type { Transpilation } from "../transpile/transpile.ts";
import type { Project } from "../workflow/project.ts";
import bundlerWorkerUrl from "./bundler-worker.ts?worker&url";
import type { FromBundler, ToBundler } from "./protocol.ts";
import { startWorker } from "./start-worker.ts";

type Settle = { resolve(bundled: Transpilation): void; reject(error: Error): void };

let worker: Promise<Worker> | null = null;
let lastId = 0;
const pending = new Map<number, Settle>();

async function start(): Promise<Worker> {
  const [started, engine] = await Promise.all([
    startWorker(bundlerWorkerUrl, "workflow bundler"),
    WebAssembly.compileStreaming(fetch(bundlerEngineUrl)),
  ]);
  started.addEventListener("message", ({ data }: MessageEvent<FromBundler>) => {
    if (data.type === "ready") return;
    const settle = pending.get(data.id);
    pending.delete(data.id);
    if (data.type === "bundled") settle?.resolve(data.bundled);
    else settle?.reject(new Error(data.message));
  });
  started.postMessage({ type: "start", engine } satisfies ToBundler);
  return started;
}

/** Bundles a project's files as production does. */
export async function bundleInWorker(project: Project, entry: string): Promise<Transpilation> {
  worker ??= start();
  const started = await worker;
  lastId += 1;
  const id = lastId;
  return new Promise((resolve, reject) => {
    pending.set(id, { resolve, reject });
    started.postMessage({ type: "bundle", id, project, entry } satisfies ToBundler);
  });
}

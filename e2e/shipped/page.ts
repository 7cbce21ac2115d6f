/** The page of the shipped suite: gives each job to the built workers, as the playground’s page does, and sends back what they answer. */

import { createBundlerClient } from "../../src/worker/bundler-client.ts";
import type { FromRuntime, ToRuntime } from "../../src/worker/protocol.ts";
import { startWorker } from "../../src/worker/start-worker.ts";
import { type Answer, type BuiltFiles, fromWire, type SentJob } from "./wire.ts";

/** How long beyond its own limit a run may take before its worker is ended, in milliseconds. */
const GRACE_MS = 20_000;
const BATCH = 25;

const files = (await (await fetch("/files")).json()) as BuiltFiles;
const compiled = (path: string) => fetch(path).then(async (file) => WebAssembly.compile(await file.arrayBuffer()));
// Before the jobs are there: WebKit collects garbage at every piece of a large file, and beside thousands of jobs that takes a minute.
const engine = await compiled(files.engine);
const deepEngine = await compiled(files.deepEngine);
const bundlerEngine = await compiled(files.bundlerEngine);
const jobs = fromWire(await (await fetch("/jobs")).text()) as readonly SentJob[];
/** What a run that is sent again has got meanwhile. */
type Brought = Pick<Extract<ToRuntime, { type: "run" }>, "bundled" | "deepEngine">;
const bundle = createBundlerClient({
  engine: async () => bundlerEngine,
  startWorker: () => startWorker(files.bundler, "workflow bundler"),
});

/** One worker of a kind at a time; a new one after a run that did not answer. */
class Runner {
  readonly #url: string;
  #worker: Promise<Worker> | null = null;

  constructor(url: string) {
    this.#url = url;
  }

  async run(job: SentJob, brought: Brought = {}): Promise<FromRuntime> {
    this.#worker ??= this.#start();
    const worker = await this.#worker;
    const { index: id, project, options } = job;
    try {
      return await this.#answer(
        worker,
        options.timeoutMs + GRACE_MS,
        (message) => "id" in message && message.type !== "stage" && message.type !== "late",
        {
          type: "run",
          id,
          source: { files: project.files, scenario: project.scenarios[0] },
          options,
          ...brought,
        },
      );
    } catch (error) {
      worker.terminate();
      this.#worker = null;
      throw error;
    }
  }

  async #start(): Promise<Worker> {
    const worker = await startWorker(this.#url, "shipped");
    await this.#answer(worker, GRACE_MS * 3, (message) => message.type === "ready", { type: "start", engine });
    return worker;
  }

  #answer(
    worker: Worker,
    limitMs: number,
    isIt: (message: FromRuntime) => boolean,
    asked: ToRuntime,
  ): Promise<FromRuntime> {
    return new Promise((resolve, reject) => {
      const alarm = setTimeout(() => reject(new Error(`no answer within ${limitMs} ms`)), limitMs);
      worker.onmessage = ({ data }: MessageEvent<FromRuntime>) => {
        if (data.type === "failed") reject(new Error(data.message));
        if (!isIt(data)) return;
        clearTimeout(alarm);
        resolve(data);
      };
      worker.onerror = ({ message }) => reject(new Error(message || "the worker failed"));
      worker.postMessage(asked);
    });
  }
}

const runners = { first: new Runner(files.first), full: new Runner(files.full) };

async function answerTo(job: SentJob): Promise<Answer> {
  const { index } = job;
  try {
    let brought: Brought = {};
    let answer = await runners[job.worker].run(job);
    if (answer.type === "needs-bundler") {
      brought = { bundled: await bundle(job.project.files, answer.entry) };
      answer = await runners[job.worker].run(job, brought);
    }
    if (answer.type === "needs-deep-stack") {
      answer = await runners[job.worker].run(job, { ...brought, deepEngine });
    }
    switch (answer.type) {
      case "result":
        return { index, kind: "result", text: JSON.stringify(answer.result) };
      case "needs-module":
        return { index, kind: "asks" };
      default:
        return { index, kind: "failed", message: "message" in answer ? answer.message : answer.type };
    }
  } catch (error) {
    return { index, kind: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}

const send = (answers: readonly Answer[], isLast: boolean) =>
  fetch("/answers", { method: "POST", body: JSON.stringify({ answers, isLast }) });

let batch: Answer[] = [];
for (const job of jobs) {
  batch.push(await answerTo(job));
  if (batch.length < BATCH) continue;
  await send(batch, false);
  batch = [];
}
await send(batch, true);
document.title = "done";

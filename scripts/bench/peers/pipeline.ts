/** The pipeline without a page around it: inside of its worker, from page to page, at a typist's pace, and signing. */
import { createDemoKey } from "../../../src/jwt/demo-key.ts";
import { signToken } from "../../../src/jwt/sign-token.ts";
import { engineUrl } from "../../../src/sandbox/engine-url.ts";
import { createBrowserRuntime } from "../../../src/worker/browser-runtime.ts";
import type { RunSource } from "../../../src/workflow/project.ts";
import type { Durations, RunResult } from "../../../src/workflow/run-result.ts";
import PipelineWorker from "./pipeline-worker.ts?worker";
import type { FromPipelineWorker, ToPipelineWorker } from "./pipeline-worker.ts";

const WARM_UP_MS = 2_000;
const PACE_MS = 100;
const options = () => ({ nowMs: Date.now(), timeoutMs: 2_000, grantConsole: true });
const runtime = createBrowserRuntime((load) => load());
await runtime.startStandby();
const key = await createDemoKey();

const edited = ({ files, scenario }: RunSource, index: number): RunSource => ({
  scenario,
  files: files.map((file) => ({ ...file, text: file.text.replace('"x"', `"x${index}"`) })),
});

async function run(
  source: RunSource,
  index: number,
): Promise<{ readonly roundMs: number; readonly result: RunResult }> {
  const beganMs = performance.now();
  const answer = await runtime.run(edited(source, index), options());
  if (answer.kind !== "result" || answer.result.outcome.kind !== "completed") throw new Error(JSON.stringify(answer));
  return { roundMs: performance.now() - beganMs, result: answer.result };
}

async function runFor(source: RunSource, timeMs: number) {
  const rounds: number[] = [];
  const startMs = performance.now();
  while (performance.now() - startMs < timeMs) rounds.push((await run(source, rounds.length)).roundMs);
  return { rounds, perSecond: (rounds.length * 1_000) / (performance.now() - startMs) };
}

/** All times in milliseconds. */
const pipeline = {
  /** Back to back inside of a worker of its own. */
  async inWorker(source: RunSource, timeMs: number): Promise<FromPipelineWorker> {
    const worker = new PipelineWorker();
    try {
      return await new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
        const sources = Array.from({ length: 50 }, (_, index) => edited(source, index));
        WebAssembly.compileStreaming(fetch(engineUrl)).then((engine) => {
          const message: ToPipelineWorker = { engine, sources, options: options(), timeMs, warmUpMs: WARM_UP_MS };
          worker.postMessage(message);
        }, reject);
      });
    } finally {
      worker.terminate();
    }
  },

  /** Back to back through the page's own client. */
  async fromPage(source: RunSource, timeMs: number) {
    await runFor(source, WARM_UP_MS);
    const measured = await runFor(source, timeMs);
    const { result } = await run(source, 0);
    return { ...measured, resultBytes: JSON.stringify(result).length };
  },

  /** As keys come: the worker has had time to get ready for the next run. */
  async atPace(source: RunSource, count: number) {
    const runs: ({ readonly roundMs: number } & Durations)[] = [];
    for (let index = 0; index < count; index += 1) {
      await new Promise((resolve) => setTimeout(resolve, PACE_MS));
      const { roundMs, result } = await run(source, index);
      runs.push({ roundMs, ...result.durations });
    }
    return runs;
  },

  async signing(source: RunSource, count: number) {
    const { result } = await run(source, 0);
    const times: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const beganMs = performance.now();
      for (const { issuedText } of result.tokens) if (issuedText !== null) await signToken(issuedText, key);
      times.push(performance.now() - beganMs);
    }
    return times;
  },
};

type Pipeline = typeof pipeline;

declare global {
  interface Window {
    pipeline: Pipeline;
  }
}

window.pipeline = pipeline;

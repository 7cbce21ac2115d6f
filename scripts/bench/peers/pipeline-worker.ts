/** The runtime worker as it is, asked from inside: run after run, without messages and their copies between. */
import type { RunOptions } from "../../../src/pipeline.ts";
import { FULL_RUNNER } from "../../../src/worker/full-runner.ts";
import type { FromRuntime, ToRuntime } from "../../../src/worker/protocol.ts";
import { serveRuntime } from "../../../src/worker/serve-runtime.ts";
import type { RunSource } from "../../../src/workflow/project.ts";
import type { Durations } from "../../../src/workflow/run-result.ts";

export type ToPipelineWorker = {
  readonly engine: WebAssembly.Module;
  readonly sources: readonly RunSource[];
  readonly options: RunOptions;
  readonly timeMs: number;
  readonly warmUpMs: number;
};
export type FromPipelineWorker = { readonly durations: readonly Durations[]; readonly perSecond: number };

const scope = self as unknown as { postMessage(message: FromRuntime | FromPipelineWorker): void; onmessage: unknown };
const reply = scope.postMessage.bind(self);
let answer: FromRuntime | FromPipelineWorker | undefined;
scope.postMessage = (message) => {
  answer = message;
};
serveRuntime(FULL_RUNNER);
const ask = scope.onmessage as (event: { readonly data: ToRuntime }) => Promise<void>;

/** Runs `sources` in turn for so many milliseconds. */
async function runFor(
  timeMs: number,
  { sources, options }: Pick<ToPipelineWorker, "sources" | "options">,
): Promise<FromPipelineWorker> {
  const durations: Durations[] = [];
  const startMs = performance.now();
  while (performance.now() - startMs < timeMs) {
    const id = durations.length;
    const source = sources[id % sources.length];
    if (source === undefined) throw new Error("There is nothing to run.");
    await ask({ data: { type: "run", id, source, options } });
    if (answer === undefined || !("type" in answer) || answer.type !== "result")
      throw new Error(JSON.stringify(answer));
    if (answer.result.outcome.kind !== "completed") throw new Error(JSON.stringify(answer.result.outcome));
    durations.push(answer.result.durations);
  }
  return { durations, perSecond: (durations.length * 1_000) / (performance.now() - startMs) };
}

scope.onmessage = async ({ data }: MessageEvent<ToPipelineWorker>) => {
  void ask({ data: { type: "start", engine: data.engine } });
  await runFor(data.warmUpMs, data);
  reply(await runFor(data.timeMs, data));
};

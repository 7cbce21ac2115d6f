/** The pipeline without a page around it: inside of its worker, from page to page, at a typist's pace, and signing. */
import { createDemoKey } from "../../../src/jwt/demo-key.ts";
import { signToken } from "../../../src/jwt/sign-token.ts";
import { engineUrl } from "../../../src/sandbox/engine-url.ts";
import { createBrowserRuntime } from "../../../src/worker/browser-runtime.ts";
import PipelineWorker from "./pipeline-worker.js?worker";

const WARM_UP_MS = 2_000;
const PACE_MS = 100;
const options = () => ({ nowMs: Date.now(), timeoutMs: 2_000, grantConsole: true });
const runtime = createBrowserRuntime();
await runtime.keepSpare();
const key = await createDemoKey();

const edited = (project, index) => ({
  ...project,
  files: project.files.map((file) => ({ ...file, text: file.text.replace('"x"', `"x${index}"`) })),
});

async function run(project, index) {
  const beganMs = performance.now();
  const answer = await runtime.run(edited(project, index), options());
  if (answer.kind !== "result" || answer.result.outcome.kind !== "completed") throw new Error(JSON.stringify(answer));
  return { roundMs: performance.now() - beganMs, result: answer.result };
}

async function runFor(project, timeMs) {
  const rounds = [];
  const startMs = performance.now();
  while (performance.now() - startMs < timeMs) rounds.push((await run(project, rounds.length)).roundMs);
  return { rounds, perSecond: (rounds.length * 1_000) / (performance.now() - startMs) };
}

/** All times in milliseconds. */
window.pipeline = {
  /** Back to back inside of a worker of its own. */
  async inWorker(project, timeMs) {
    const worker = new PipelineWorker();
    try {
      return await new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
        const projects = Array.from({ length: 50 }, (_, index) => edited(project, index));
        WebAssembly.compileStreaming(fetch(engineUrl)).then(
          (engine) => worker.postMessage({ engine, projects, options: options(), timeMs, warmUpMs: WARM_UP_MS }),
          reject,
        );
      });
    } finally {
      worker.terminate();
    }
  },

  /** Back to back through the page's own client. */
  async fromPage(project, timeMs) {
    await runFor(project, WARM_UP_MS);
    const measured = await runFor(project, timeMs);
    const { result } = await run(project, 0);
    return { ...measured, resultBytes: JSON.stringify(result).length };
  },

  /** As keys come: the worker has had time to get ready for the next run. */
  async atPace(project, count) {
    const runs = [];
    for (let index = 0; index < count; index += 1) {
      await new Promise((resolve) => setTimeout(resolve, PACE_MS));
      const { roundMs, result } = await run(project, index);
      runs.push({ roundMs, ...result.durations });
    }
    return runs;
  },

  async signing(project, count) {
    const { result } = await run(project, 0);
    const times = [];
    for (let index = 0; index < count; index += 1) {
      const beganMs = performance.now();
      for (const { issuedText } of result.tokens) await signToken(issuedText, key);
      times.push(performance.now() - beganMs);
    }
    return times;
  },
};

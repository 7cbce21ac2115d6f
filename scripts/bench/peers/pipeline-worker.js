/** The runtime worker as it is, asked from inside: run after run, without messages and their copies between. */
import { diagnose } from "../../../src/diagnose/diagnose.ts";
import { NATIVE_MODULES } from "../../../src/sandbox/native-modules.ts";
import { serveRuntime } from "../../../src/worker/serve-runtime.ts";

const reply = self.postMessage.bind(self);
let answer;
self.postMessage = (message) => {
  answer = message;
};
serveRuntime({ diagnose, natives: NATIVE_MODULES });
const ask = self.onmessage;

/** Runs `projects` in turn for so many milliseconds. */
async function runFor(timeMs, projects, options) {
  const durations = [];
  const startMs = performance.now();
  while (performance.now() - startMs < timeMs) {
    const id = durations.length;
    await ask({ data: { type: "run", id, project: projects[id % projects.length], options } });
    if (answer.type !== "result" || answer.result.outcome.kind !== "completed") throw new Error(JSON.stringify(answer));
    durations.push(answer.result.durations);
  }
  return { durations, perSecond: (durations.length * 1_000) / (performance.now() - startMs) };
}

self.onmessage = async ({ data: { engine, projects, options, timeMs, warmUpMs } }) => {
  ask({ data: { type: "start", engine } });
  await runFor(warmUpMs, projects, options);
  reply(await runFor(timeMs, projects, options));
};

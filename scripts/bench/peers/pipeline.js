/** The pipeline in its worker without a page around it: for runs a second and the share of each stage. */
import { createDemoKey } from "../../../src/jwt/demo-key.ts";
import { signToken } from "../../../src/jwt/sign-token.ts";
import { createBrowserRuntime } from "../../../src/worker/browser-runtime.ts";

const runtime = createBrowserRuntime();
await runtime.keepSpare();

/** Runs a project again and again, one after the other; times in milliseconds. */
window.runAgain = async (project, seconds) => {
  const options = { nowMs: Date.now(), timeoutMs: 2_000, grantConsole: true };
  const key = await createDemoKey();
  const edited = (index) => ({
    ...project,
    files: project.files.map((file) => ({ ...file, text: file.text.replace('"x"', `"x${index}"`) })),
  });
  for (let index = 0; index < 100; index += 1) await runtime.run(edited(index), options);
  const durations = [];
  const rounds = [];
  const signings = [];
  const startMs = performance.now();
  for (let index = 0; performance.now() - startMs < seconds * 1_000; index += 1) {
    const beganMs = performance.now();
    const answer = await runtime.run(edited(index), options);
    if (answer.kind !== "result" || answer.result.outcome.kind !== "completed") throw new Error(JSON.stringify(answer));
    rounds.push(performance.now() - beganMs);
    durations.push(answer.result.durations);
  }
  const perSecond = (rounds.length * 1_000) / (performance.now() - startMs);
  const last = await runtime.run(edited(0), options);
  for (let index = 0; index < 50; index += 1) {
    const beganMs = performance.now();
    for (const { issuedText } of last.result.tokens) await signToken(issuedText, key);
    signings.push(performance.now() - beganMs);
  }
  return { perSecond, rounds, durations, signings, resultBytes: JSON.stringify(last.result).length };
};

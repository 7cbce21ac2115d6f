/** The engine that the build ships does what the whole one does. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { EXAMPLES } from "../src/examples/examples.ts";
import { runProject } from "../src/pipeline.ts";
import { ALL_PARTS } from "../src/sandbox/native-modules.ts";
import { createSandbox, type Sandbox } from "../src/sandbox/sandbox.ts";
import { strippedEngine } from "./strip-engine.ts";

const whole = readFileSync(createRequire(import.meta.url).resolve("quickjs-wasi/quickjs.wasm"));

function runEach(sandbox: Sandbox): readonly string[] {
  const answers = EXAMPLES.map(({ project }) => {
    const options = { nowMs: 1_795_424_400_000, timeoutMs: 10_000, grantConsole: true };
    const tools = {
      sandbox,
      diagnose: null,
      explainJson: null,
      createRedactor: null,
      readDetailedMock: null,
      refuseNested: null,
    };
    return JSON.stringify(runProject(project, options, tools), withoutTimes);
  });
  return answers;
}

const withoutTimes = (key: string, value: unknown) => (key === "durations" ? undefined : value);

test("it is smaller, and every example gives the same", async () => {
  const stripped = await strippedEngine();
  expect(stripped.length).toBeLessThan(whole.length - 20_000);
  const results = runEach(await createSandbox(new Uint8Array(stripped), ALL_PARTS));
  expect(results).toEqual(runEach(await createSandbox(whole, ALL_PARTS)));
});

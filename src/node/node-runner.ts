/** Runs projects in Node, from source, through the pipeline that the page's full worker runs. */
import { diagnose } from "../diagnose/diagnose.ts";
import { findJsonMistake } from "../workflow/json-mistake.ts";
import { readDetailedMock } from "../workflow/detailed-mock.ts";
import { nestingRefusal } from "../workflow/source-nesting.ts";
import { createRedactor } from "../workflow/redact-secrets.ts";
import { prepare, type RunOptions, runScenario, type RunnerOptions } from "../pipeline.ts";
import { createDeepStack } from "../sandbox/deep-stack.ts";
import { ALL_PARTS } from "../sandbox/native-modules.ts";
import { openSandbox, type Sandbox } from "../sandbox/sandbox.ts";
import type { Transpilation } from "../transpile/transpile.ts";
import type { Project, SourceFile } from "../workflow/project.ts";
import type { RunResult } from "../workflow/run-result.ts";
import type { ScenarioParts } from "../workflow/scenario.ts";
import { readDeepEngine, readEngineFile } from "./engine-files.ts";
import { nodeBundle } from "./node-bundler.ts";

export type NodeRunner = (project: Project, options: RunOptions) => Promise<RunResult>;

const WARM_UP_FILES: readonly SourceFile[] = [{ name: "Workflow.ts", text: "export default async () => {};" }];

type NodeOptions = { readonly plain: RunnerOptions; readonly deep: () => RunnerOptions };

function createNodeOptions(): NodeOptions {
  const wasm = readDeepEngine();
  const plain = {
    sandbox: openSandbox(new WebAssembly.Module(readEngineFile("quickjs-wasi/quickjs.wasm")), ALL_PARTS),
    canDeepen: wasm !== null,
    diagnose,
    explainJson: findJsonMistake,
    createRedactor,
    readDetailedMock,
    refuseNested: nestingRefusal,
  };
  let deep: Sandbox | null = null;
  return {
    plain,
    deep: () => {
      if (wasm === null) throw new Error("The engine for deep calls has not been made.");
      const deepOptions = (sandbox: Sandbox): RunnerOptions => ({ ...plain, sandbox, canDeepen: false });
      if (deep === null) {
        deep = openSandbox(new WebAssembly.Module(wasm), ALL_PARTS, createDeepStack);
        // An engine's first run is compiled while it runs: not within the limit of the author's.
        prepare(WARM_UP_FILES, { nowMs: 0, timeoutMs: 10_000 }, deepOptions(deep));
      }
      return deepOptions(deep);
    },
  };
}

/** Bundles and discovers files once; what comes back then runs any scenario. */
export type NodePreparer = (
  files: readonly SourceFile[],
  options: RunOptions,
) => Promise<(scenario: ScenarioParts) => RunResult>;

/** Rejects and throws only where the playground itself fails. */
export async function createNodePreparer(): Promise<NodePreparer> {
  const { plain, deep } = createNodeOptions();
  return async (files, options) => {
    const prepareWith = (bundled?: Transpilation) => {
      const prepared = prepare(files, options, plain, bundled);
      return prepared.kind === "needs-deep-stack" ? prepare(files, options, deep(), bundled) : prepared;
    };
    let prepared = prepareWith();
    if (prepared.kind === "needs-bundler") prepared = prepareWith(await nodeBundle(files, prepared.entry));
    if (prepared.kind !== "prepared") throw new Error(`Files could not be prepared: ${prepared.kind}.`);
    const ready = prepared;
    return (scenario) => {
      let answer = runScenario(ready, scenario, options, plain);
      if (answer.kind === "needs-deep-stack") answer = runScenario(ready, scenario, options, deep());
      if (answer.kind !== "result") throw new Error(`A scenario could not be run: ${answer.kind}.`);
      return answer.result;
    };
  };
}

/** Runs a project in its first scenario. Rejects only where the playground itself fails. */
export async function createNodeRunner(): Promise<NodeRunner> {
  const prepareFiles = await createNodePreparer();
  return async (project, options) => (await prepareFiles(project.files, options))(project.scenarios[0]);
}

/** Runs projects in Node, from source, through the pipeline that the page's whole worker runs. */
import { diagnose } from "../diagnose/diagnose.ts";
import { findJsonMistake } from "../workflow/json-mistake.ts";
import { readUnusualMock } from "../workflow/unusual-mock.ts";
import { createRedactor } from "../workflow/redact-secrets.ts";
import { prepare, type RunOptions, runScenario, type Tools } from "../pipeline.ts";
import { ALL_PARTS } from "../sandbox/native-modules.ts";
import { createSandbox } from "../sandbox/sandbox.ts";
import type { Project, SourceFile } from "../workflow/project.ts";
import type { RunResult } from "../workflow/run-result.ts";
import type { ScenarioParts } from "../workflow/scenario.ts";
import { readEngineFile } from "./engine-files.ts";
import { nodeBundle } from "./node-bundler.ts";

export type NodeRunner = (project: Project, options: RunOptions) => Promise<RunResult>;

async function createNodeTools(): Promise<Tools> {
  const wasm = readEngineFile("quickjs-wasi/quickjs.wasm");
  return {
    sandbox: await createSandbox(wasm, ALL_PARTS),
    diagnose,
    explainJson: findJsonMistake,
    createRedactor,
    readUnusualMock,
  };
}

/** Bundles and discovers files once; what comes back then runs any scenario. */
export type NodePreparer = (
  files: readonly SourceFile[],
  options: RunOptions,
) => Promise<(scenario: ScenarioParts) => RunResult>;

/** Rejects and throws only where the playground itself fails. */
export async function createNodePreparer(): Promise<NodePreparer> {
  const tools = await createNodeTools();
  return async (files, options) => {
    let prepared = prepare(files, options, tools);
    if (prepared.kind === "needs-bundler") {
      prepared = prepare(files, options, tools, await nodeBundle(files, prepared.entry));
    }
    if (prepared.kind !== "prepared") throw new Error(`Files could not be prepared: ${prepared.kind}.`);
    const ready = prepared;
    return (scenario) => {
      const answer = runScenario(ready, scenario, options, tools);
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

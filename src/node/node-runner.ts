/** Runs projects in Node, from source, through the pipeline that the page's whole worker runs. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { diagnose } from "../diagnose/diagnose.ts";
import { findJsonMistake } from "../workflow/json-mistake.ts";
import { createRedactor } from "../workflow/redact-secrets.ts";
import { type RunOptions, runProject, type Tools } from "../pipeline.ts";
import { NATIVE_MODULES } from "../sandbox/native-modules.ts";
import { createSandbox } from "../sandbox/sandbox.ts";
import type { Project } from "../workflow/project.ts";
import type { RunResult } from "../workflow/run-result.ts";
import { nodeBundle } from "./node-bundler.ts";

export type NodeRunner = (project: Project, options: RunOptions) => Promise<RunResult>;

export async function createNodeTools(): Promise<Tools> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve("quickjs-wasi/quickjs.wasm"));
  return { sandbox: await createSandbox(wasm, NATIVE_MODULES), diagnose, explainJson: findJsonMistake, createRedactor };
}

/** The runner rejects only where the playground itself fails. */
export async function createNodeRunner(): Promise<NodeRunner> {
  const tools = await createNodeTools();
  return async (project, options) => {
    const first = await runProject(project, options, tools);
    if (first.kind === "result") return first.result;
    if (first.kind === "needs-module") throw new Error("The sandbox lacks a module.");
    const bundled = await nodeBundle(project.files, first.entry);
    const second = await runProject(project, options, tools, bundled);
    if (second.kind === "result") return second.result;
    throw new Error(`The bundler asks for itself: ${first.construct}`);
  };
}

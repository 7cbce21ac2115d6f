/** A sandbox and small programs for tests: CommonJS bodies, whose places are the author's own. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Locate } from "../src/sandbox/locate.ts";
import { ALL_PARTS } from "../src/sandbox/native-modules.ts";
import { createSandbox } from "../src/sandbox/sandbox.ts";
import type { Effect, Outcome } from "../src/workflow/execution.ts";
import type { Program } from "../src/workflow/program.ts";
import type { RunInput } from "../src/workflow/run-input.ts";

const wasm = readFileSync(createRequire(import.meta.url).resolve("quickjs-wasi/quickjs.wasm"));
export const sandbox = await createSandbox(wasm, ALL_PARTS);

export const NOW_MS = Date.UTC(2026, 0, 15, 12);
export const locate: Locate = (file, line, column) => ({ file, line, column });

export const input: RunInput = {
  event: { request: { ip: "203.0.113.7", list: ["a", "b"] }, context: { user: { id: "kp_1" } } },
  env: new Map(),
  fetchMocks: [],
  initialClaims: { accessToken: [{ name: "roles", json: '["a"]' }], idToken: [], m2mToken: [] },
  localization: new Map(),
  cache: new Map(),
  nowMs: NOW_MS,
  timeoutMs: 20_000,
  grantConsole: false,
};

/** @param code a CommonJS body. */
export function programOf(code: string): Program {
  const file = "Workflow.ts";
  const unit = { file, code: `${code}\nexports.__esModule = true;`, sources: [file], mappings: "" };
  return { unit, transpiler: "sucrase", strict: true };
}

const ALL_BINDINGS = '"kinde.accessToken":{},"kinde.env":{},"kinde.fetch":{},console:{},url:{},util:{}';

/** An entry whose default export has `body`; `t` is the access token's claims. */
export const workflowOf = (body: string, bindings = ALL_BINDINGS) => `
const kindeSdk = require("@kinde/infrastructure");
exports.workflowSettings = { id: "test", trigger: "user:tokens_generation", bindings: { ${bindings} } };
exports.default = async function Workflow(event) { const t = kindeSdk.accessTokenCustomClaims();
${body}
};`;

/** The line of `workflowOf`'s body. */
export const BODY_LINE = 5;

export async function runProgram(
  program: Program,
  changes: Partial<RunInput> = {},
): Promise<{ readonly outcome: Outcome; readonly effects: readonly Effect[] }> {
  const options = { nowMs: NOW_MS, timeoutMs: input.timeoutMs, locate };
  const discovery = await sandbox.discover(program, options);
  if (discovery.failure) return { outcome: discovery.failure, effects: [] };
  return sandbox.execute(program, discovery.settings, { ...input, ...changes }, { locate });
}

export const runBody = (body: string, changes: Partial<RunInput> = {}) =>
  runProgram(programOf(workflowOf(body)), changes);

/** Each claim write as `[name, JSON text or problem]`. */
export const claimsIn = (effects: readonly Effect[]) =>
  effects.flatMap((effect) =>
    effect.kind === "claim" ? [[effect.name, effect.value.problem ? effect.value.problem : effect.value.text]] : [],
  );

/** The texts of every log. */
export const logsIn = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === "log" ? [effect.args.map((arg) => arg.text).join(" ")] : []));

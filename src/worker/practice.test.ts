import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { diagnose } from "../diagnose/diagnose.ts";
import { runProject } from "../pipeline.ts";
import { URL_MODULE } from "../sandbox/native-modules.ts";
import { createSandbox } from "../sandbox/sandbox.ts";
import { PRACTICE_PROJECT } from "./practice.ts";

const wasm = readFileSync(createRequire(import.meta.url).resolve("quickjs-wasi/quickjs.wasm"));

test("the practice workflow goes through every stage to its end", async () => {
  const tools = { sandbox: await createSandbox(wasm, [URL_MODULE]), diagnose };
  const answer = await runProject(PRACTICE_PROJECT, { nowMs: 0, timeoutMs: 10_000, grantConsole: true }, tools);
  if (answer.kind !== "result") throw new Error(`It ended as ${answer.kind}.`);
  const { outcome, effects, tokens, diagnostics } = answer.result;
  expect(outcome.kind).toBe("completed");
  expect(diagnostics).toEqual([]);
  expect(new Set(effects.map(({ kind }) => kind))).toEqual(new Set(["claim", "call", "log"]));
  expect(tokens.map(({ name, issuedText }) => [name, issuedText !== null])).toEqual([
    ["accessToken", true],
    ["idToken", true],
  ]);
});

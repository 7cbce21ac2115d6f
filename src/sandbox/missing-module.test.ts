/** A sandbox made without a module runs all that does not reach for it, and says so where something does. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { MissingModuleError } from "./missing-module.ts";
import { createSandbox } from "./sandbox.ts";
import { locate, programOf, input, workflowOf } from "../../testing/run-body.ts";

const lean = await createSandbox(readFileSync(createRequire(import.meta.url).resolve("quickjs-wasi/quickjs.wasm")), {
  natives: [],
  MockSearch: null,
});
const settings = { text: '{"bindings":{"url":{},"kinde.accessToken":{}}}', problem: null };
const run = (body: string) => lean.execute(programOf(workflowOf(body)), settings, input, { locate });

test("without the module's names a run is as ever", () => {
  expect(run("t.plan = 1;")).toMatchObject({
    outcome: { kind: "completed" },
    effects: [{ kind: "claim", name: "plan" }],
  });
});

test.each([
  "new URL('https://a.test')",
  "t.x = typeof URLSearchParams",
  "require('url')",
  "globalThis['U' + 'RL']",
  "try { new URL('x') } catch { t.caught = true }",
])("%s needs a sandbox with the module", (body) => {
  expect(() => run(body)).toThrow(MissingModuleError);
});

test("a name that the author takes for something else is the author's", () => {
  expect(run("globalThis.URL = 1; t.x = URL;")).toMatchObject({
    outcome: { kind: "completed" },
    effects: [{ name: "x", value: { text: "1" } }],
  });
});

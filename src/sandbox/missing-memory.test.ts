/** A browser without memory for one more engine: realms kept ready can be done without, the run that needs one is told. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterEach, expect, test, vi } from "vitest";
import { input, locate, programOf, workflowOf } from "../../testing/run-body.ts";
import { MissingMemoryError } from "./missing-memory.ts";
import { ALL_PARTS } from "./native-modules.ts";
import { openSandbox } from "./sandbox.ts";

const module = new WebAssembly.Module(
  readFileSync(createRequire(import.meta.url).resolve("quickjs-wasi/quickjs.wasm")),
);
const settings = { text: '{"bindings":{"kinde.accessToken":{}}}', problem: null };

function refuseMemoryWith(error: Error) {
  return vi.spyOn(WebAssembly.Memory.prototype, "grow").mockImplementation(() => {
    throw error;
  });
}

afterEach(() => void vi.restoreAllMocks());

test("the run that needs a realm is told, and the next one goes on where there is memory again", () => {
  const refused = refuseMemoryWith(new RangeError("Unable to grow instance memory"));
  const sandbox = openSandbox(module, ALL_PARTS);
  const run = () => sandbox.execute(programOf(workflowOf("")), settings, input, { locate }).outcome.kind;
  expect(run).toThrow(MissingMemoryError);
  refused.mockRestore();
  expect(run()).toBe("completed");
});

test("any other failure to make a realm ready is not kept quiet", () => {
  refuseMemoryWith(new TypeError("grow is no function"));
  expect(() => openSandbox(module, ALL_PARTS)).toThrow(TypeError);
});

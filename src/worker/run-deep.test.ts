/** What a run in the deep engine does where the browser has no memory for it, and where something else fails. */
import { expect, test, vi } from "vitest";
import type { RunnerOptions } from "../pipeline.ts";
import { MissingMemoryError } from "../sandbox/missing-memory.ts";
import { type DeepRun, runDeep } from "./run-deep.ts";

const answer = {
  kind: "result",
  result: { outcome: { kind: "interrupted", limit: "stack", error: { message: "at the plain engine's end" } } },
};

function runWhere(failure: Error) {
  const answerWith = vi.fn(() => answer);
  const run = {
    plain: {} as RunnerOptions,
    toolsWith: () => {
      throw failure;
    },
    answerWith,
    onStage: () => undefined,
  } as unknown as DeepRun;
  return { given: () => runDeep(run), answerWith };
}

test("without memory the run is made in the plain engine, and says why it ends there", () => {
  const { given, answerWith } = runWhere(new MissingMemoryError("Unable to grow instance memory"));
  expect(given()).toMatchObject({
    result: { outcome: { error: { message: "The calls nest deeper than this browser gives memory for." } } },
  });
  expect(answerWith).toHaveBeenCalledWith({ canDeepen: false });
});

test("a failure of ours is not taken for missing memory", () => {
  const { given, answerWith } = runWhere(new RangeError("Invalid array length"));
  expect(given).toThrow("Invalid array length");
  expect(answerWith).not.toHaveBeenCalled();
});

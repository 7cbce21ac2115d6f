/** Runs again, in the engine for deep calls, what came to the end of the worker's stack. */
import type { RunnerOptions, runScenario } from "../pipeline.ts";
import { createDeepStack, type CreateDeepStack } from "../sandbox/deep-stack.ts";
import { MissingMemoryError } from "../sandbox/missing-memory.ts";
import { endWithoutDeepStack } from "../sandbox/without-deep-stack.ts";

type Answer = ReturnType<typeof runScenario>;

export type DeepRun = {
  readonly engine: WebAssembly.Module;
  readonly plain: RunnerOptions;
  readonly toolsWith: (engine: WebAssembly.Module, createStack: CreateDeepStack) => RunnerOptions;
  readonly answerWith: (tools: RunnerOptions) => Answer;
  /** Called when the engine is ready, before the author's code begins. */
  readonly onStage: () => void;
};

let tools: RunnerOptions | null = null;

/** Where the browser has no memory for that engine, the run ends where the plain one's stack does, and says so. */
export function runDeep({ engine, plain, toolsWith, answerWith, onStage }: DeepRun): Answer {
  try {
    tools ??= toolsWith(engine, createDeepStack);
    onStage();
    return answerWith(tools);
  } catch (error) {
    if (!(error instanceof MissingMemoryError)) throw error;
  }
  const answer = answerWith({ ...plain, canDeepen: false });
  if (answer.kind !== "result") return answer;
  return { ...answer, result: { ...answer.result, outcome: endWithoutDeepStack(answer.result.outcome) } };
}

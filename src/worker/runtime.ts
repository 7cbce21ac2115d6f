/** What the page knows of the runtime: how a run is asked for, what it waits for meanwhile, and how it may end. */
import type { RunOptions } from "../pipeline.ts";
import type { RunSource } from "../workflow/project.ts";
import type { RunResult } from "../workflow/run-result.ts";

/** `hung`: nothing inside could stop the run, so the worker was terminated. `superseded`: a newer request took its place. */
export type RunAnswer =
  | { readonly kind: "result"; readonly result: RunResult }
  | { readonly kind: "hung"; readonly limitMs: number }
  | { readonly kind: "stopped" }
  | { readonly kind: "superseded" }
  | { readonly kind: "crashed"; readonly message: string };

/** What a run waits for that is not the author's code, as words for the person. */
export type RunWait = "starting the sandbox" | "loading the bundler" | "reading the result";

export type Runtime = {
  /** @param onWait tells what the run waits for; null when the author's code has its turn. Not called for a run that is sent at once. */
  run(source: RunSource, options: RunOptions, onWait?: (wait: RunWait | null) => void): Promise<RunAnswer>;
  /** Ends the run under way, if there is one. */
  stop(): void;
  /**
   * Starts full workers from now on: one takes the first worker's place, one more stands by. Resolves when the first is
   * warm; run once more then to have the diagnostics. Rejects when it cannot be started: the first worker goes on.
   */
  startStandby(): Promise<void>;
  dispose(): void;
};

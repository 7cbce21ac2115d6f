/** The messages between the page and the worker that runs the pipeline. */
import type { RunOptions } from "../pipeline.ts";
import type { Transpilation } from "../transpile/transpile.ts";
import type { RunSource, SourceFile } from "../workflow/project.ts";
import type { RunResult } from "../workflow/run-result.ts";

export type ToRuntime =
  /** Sent once, first: the sandbox engine, compiled by the page, because this worker reaches no network. */
  | { readonly type: "start"; readonly engine: WebAssembly.Module }
  | {
      readonly type: "run";
      readonly id: number;
      readonly source: RunSource;
      readonly options: RunOptions;
      readonly bundled?: Transpilation;
      /** `deep-engine.wasm`, for a run that has asked for it. */
      readonly deepEngine?: WebAssembly.Module;
    };

export type FromRuntime =
  /** The engine is warm; the clock of the watchdog may start with the next run. */
  | { readonly type: "ready" }
  /** The engine could not be started; this worker will never be ready. */
  | { readonly type: "failed"; readonly message: string }
  /** After a while the author's code begins now, or has come to its end; the watchdog's clock starts anew. */
  | { readonly type: "stage"; readonly id: number }
  /** The author's code lasts longer than its limit because the machine lets it wait; it can still be interrupted. */
  | { readonly type: "late"; readonly id: number }
  | { readonly type: "result"; readonly id: number; readonly result: RunResult }
  | { readonly type: "needs-bundler"; readonly id: number; readonly entry: string; readonly construct: string }
  /** The calls nest deeper than the worker's stack. */
  | { readonly type: "needs-deep-stack"; readonly id: number }
  /** The run needs a module, or the words for a mistake, that only full workers have. */
  | { readonly type: "needs-module"; readonly id: number }
  /** Our failure, not the author's. */
  | { readonly type: "crashed"; readonly id: number; readonly message: string };

export type ToBundler =
  | { readonly type: "start"; readonly engine: WebAssembly.Module }
  | { readonly type: "bundle"; readonly id: number; readonly files: readonly SourceFile[]; readonly entry: string };

export type FromBundler =
  | { readonly type: "ready" }
  /** It could not be started and never will be. */
  | { readonly type: "failed"; readonly message: string }
  | { readonly type: "bundled"; readonly id: number; readonly bundled: Transpilation }
  | { readonly type: "crashed"; readonly id: number; readonly message: string };

/** What a runtime worker does: it runs the pipeline, holds no key and reaches no network. */
import {
  type Needs,
  type Prepared,
  prepare,
  type RunOptions,
  runProject,
  runScenario,
  type RunnerOptions,
} from "../pipeline.ts";
import type { CreateDeepStack } from "../sandbox/deep-stack.ts";
import type { SandboxParts } from "../sandbox/native-modules.ts";
import { openSandbox } from "../sandbox/sandbox.ts";
import type { Transpilation } from "../transpile/transpile.ts";
import type { SourceFile } from "../workflow/project.ts";
import { closeScope } from "./close-scope.ts";
import type { FromRuntime, ToRuntime } from "./protocol.ts";
import type { DeepRun } from "./run-deep.ts";
import { messageOf } from "./watchdog.ts";
import { WARM_UP_PROJECT } from "./warm-up.ts";

/** A stage that comes sooner leaves the watchdog's time for the result as good as whole, in milliseconds. */
const NOTABLE_MS = 50;

type Scope = { postMessage(message: FromRuntime): void; onmessage: unknown };

/** What a worker is built with: without `diagnose` results come without diagnostics, without the others it asks for another worker where they count. */
type WorkerOptions = Pick<
  RunnerOptions,
  "diagnose" | "explainJson" | "createRedactor" | "readDetailedMock" | "refuseNested"
> & {
  readonly parts: SandboxParts;
  readonly runDeep?: (run: DeepRun) => ReturnType<typeof runScenario>;
  /** What to do with the time until somebody asks for a run. */
  readonly onReady?: (tools: RunnerOptions) => void;
};

/** Answers the page's messages from now on. */
export function serveRuntime({ parts, runDeep, onReady, ...built }: WorkerOptions): void {
  const scope = self as unknown as Scope;
  let tools: Promise<RunnerOptions> | null = null;
  let last: { readonly key: string; readonly prepared: Prepared } | null = null;
  closeScope(self);

  /** The engine's first run costs some 100 ms: spend it before anybody waits, and before a limit counts. */
  function toolsWith(engine: WebAssembly.Module, deepStack?: CreateDeepStack): RunnerOptions {
    const created = { sandbox: openSandbox(engine, parts, deepStack), canDeepen: !deepStack, ...built };
    runProject(WARM_UP_PROJECT, { nowMs: 0, timeoutMs: 10_000, grantConsole: false }, created);
    return created;
  }

  async function start(engine: WebAssembly.Module): Promise<RunnerOptions> {
    const created = toolsWith(engine);
    scope.postMessage({ type: "ready" });
    onReady?.(created);
    return created;
  }

  /** Files that stand as they stood at the last run, at its time, have nothing new to say. */
  function preparedFor(
    files: readonly SourceFile[],
    options: RunOptions,
    own: RunnerOptions,
    bundled: Transpilation | undefined,
  ): Prepared | Needs {
    const key = JSON.stringify([options.nowMs, options.timeoutMs, files]);
    if (last?.key === key) return last.prepared;
    const prepared = prepare(files, options, own, bundled);
    if (prepared.kind === "prepared" && isSettled(prepared)) last = { key, prepared };
    return prepared;
  }

  /** What was interrupted may go on another time. */
  const isSettled = ({ ready }: Prepared) => "program" in ready || ready.failure.kind === "failed";

  async function run(message: Extract<ToRuntime, { type: "run" }>): Promise<FromRuntime> {
    const { id, source, options, bundled, deepEngine: engine } = message;
    try {
      const beganMs = performance.now();
      if (tools === null) throw new Error("The worker has not been started.");
      const plain = await tools;
      const onStage = () => {
        if (performance.now() - beganMs > NOTABLE_MS) scope.postMessage({ type: "stage", id });
      };
      const onLate = () => scope.postMessage({ type: "late", id });
      const answerWith = (chosen: RunnerOptions) => {
        const own = { ...chosen, onStage, onLate };
        const prepared = preparedFor(source.files, options, own, bundled);
        return prepared.kind === "prepared" ? runScenario(prepared, source.scenario, options, own) : prepared;
      };
      const { kind, ...told } =
        engine && runDeep ? runDeep({ engine, plain, toolsWith, answerWith, onStage }) : answerWith(plain);
      return { type: kind === "needs-deep-stack" && !runDeep ? "needs-module" : kind, ...told, id } as FromRuntime;
    } catch (error) {
      return { type: "crashed", id, message: messageOf(error) };
    }
  }

  scope.onmessage = async (event: MessageEvent<ToRuntime>) => {
    const message = event.data;
    if (message.type === "run") return scope.postMessage(await run(message));
    tools = start(message.engine);
    tools.catch((error: unknown) => scope.postMessage({ type: "failed", message: messageOf(error) }));
  };
}

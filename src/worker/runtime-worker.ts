/** The worker an author's code ends in: it runs the pipeline, holds no key and reaches no network. */
import { runProject } from "../pipeline.ts";
import { createSandbox, type Sandbox } from "../sandbox/sandbox.ts";
import type { FromRuntime, ToRuntime } from "./protocol.ts";
import { WARM_UP_PROJECT } from "./warm-up.ts";

const scope = self as unknown as { postMessage(message: FromRuntime): void; onmessage: unknown };
let sandbox: Promise<Sandbox> | null = null;

/** The engine's first run costs some 100 ms: spend it before anybody waits. */
async function start(engine: WebAssembly.Module): Promise<Sandbox> {
  const created = await createSandbox(engine);
  await runProject(WARM_UP_PROJECT, { nowMs: 0, timeoutMs: 10_000, grantConsole: false }, created);
  scope.postMessage({ type: "ready" });
  return created;
}

async function run(message: Extract<ToRuntime, { type: "run" }>): Promise<FromRuntime> {
  const { id, project, options, bundled } = message;
  try {
    if (sandbox === null) throw new Error("The worker was asked to run before it was started.");
    const answer = await runProject(project, options, await sandbox, bundled);
    return answer.kind === "result"
      ? { type: "result", id, result: answer.result }
      : { type: "needs-bundler", id, entry: answer.entry, construct: answer.construct };
  } catch (error) {
    return { type: "crashed", id, message: messageOf(error) };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

scope.onmessage = async (event: MessageEvent<ToRuntime>) => {
  const message = event.data;
  if (message.type === "run") return scope.postMessage(await run(message));
  sandbox = start(message.engine);
  sandbox.catch((error: unknown) => scope.postMessage({ type: "failed", message: messageOf(error) }));
};

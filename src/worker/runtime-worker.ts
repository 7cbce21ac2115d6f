/** The worker an author's code ends in, with everything there is to say about a run. */
import { FULL_RUNNER } from "./full-runner.ts";
import { warmUpJit } from "./warm-up-jit.ts";
import { serveRuntime } from "./serve-runtime.ts";

serveRuntime({ ...FULL_RUNNER, onReady: (tools) => void warmUpJit(tools, self) });

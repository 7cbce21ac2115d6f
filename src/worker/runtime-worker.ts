/** The worker an author's code ends in, with everything there is to say about a run. */
import { diagnose } from "../diagnose/diagnose.ts";
import { NATIVE_MODULES } from "../sandbox/native-modules.ts";
import { practise } from "./practice.ts";
import { serveRuntime } from "./serve-runtime.ts";

serveRuntime({ diagnose, natives: NATIVE_MODULES, onReady: (tools) => void practise(tools, self) });

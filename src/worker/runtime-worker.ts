/** The worker an author's code ends in, with everything there is to say about a run. */
import { diagnose } from "../diagnose/diagnose.ts";
import { NATIVE_MODULES } from "../sandbox/native-modules.ts";
import { findJsonMistake } from "../workflow/json-mistake.ts";
import { createRedactor } from "../workflow/redact-secrets.ts";
import { practise } from "./practice.ts";
import { serveRuntime } from "./serve-runtime.ts";

serveRuntime({
  diagnose,
  explainJson: findJsonMistake,
  createRedactor,
  natives: NATIVE_MODULES,
  onReady: (tools) => void practise(tools, self),
});

/** The worker an author's code ends in, with everything there is to say about a run. */
import { diagnose } from "../diagnose/diagnose.ts";
import { ALL_PARTS } from "../sandbox/native-modules.ts";
import { findJsonMistake } from "../workflow/json-mistake.ts";
import { readUnusualMock } from "../workflow/unusual-mock.ts";
import { createRedactor } from "../workflow/redact-secrets.ts";
import { practise } from "./practice.ts";
import { serveRuntime } from "./serve-runtime.ts";

serveRuntime({
  diagnose,
  explainJson: findJsonMistake,
  createRedactor,
  readUnusualMock,
  parts: ALL_PARTS,
  onReady: (tools) => void practise(tools, self),
});

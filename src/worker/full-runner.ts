/** What a worker is built with that has everything there is to say about a run. */
import { diagnose } from "../diagnose/diagnose.ts";
import { ALL_PARTS } from "../sandbox/native-modules.ts";
import { findJsonMistake } from "../workflow/json-mistake.ts";
import { createRedactor } from "../workflow/redact-secrets.ts";
import { readDetailedMock } from "../workflow/detailed-mock.ts";
import { nestingRefusal } from "../workflow/source-nesting.ts";
import { runDeep } from "./run-deep.ts";

export const FULL_RUNNER = {
  diagnose,
  explainJson: findJsonMistake,
  createRedactor,
  readDetailedMock,
  refuseNested: nestingRefusal,
  parts: ALL_PARTS,
  runDeep,
};

/** How much source one run takes. More is refused with a sentence, before anything reads it. */
import type { WorkflowError } from "./execution.ts";
import type { SourceFile } from "./project.ts";

/** Of all files together, in UTF-16 units. */
const MAX_SOURCE_CHARACTERS = 1_000_000;
const MAX_SOURCE_FILES = 1_000;

function refusal(message: string, advice: string): WorkflowError {
  return { name: "", message, productionText: "", frames: [], advice };
}

/** Why the files are more than a run takes; null when they are not. */
export function sourceRefusal(files: readonly SourceFile[]): WorkflowError | null {
  const characters = files.reduce((sum, { name, text }) => sum + name.length + text.length, 0);
  if (characters > MAX_SOURCE_CHARACTERS) {
    return refusal(
      `The files have ${characters.toLocaleString("en")} characters, more than the ${MAX_SOURCE_CHARACTERS.toLocaleString("en")} of a run.`,
      "Remove what the workflow does not need.",
    );
  }
  if (files.length > MAX_SOURCE_FILES) {
    return refusal(
      `There are more than ${MAX_SOURCE_FILES.toLocaleString("en")} files.`,
      "Remove files that the workflow does not need.",
    );
  }
  return null;
}

/** For source whose brackets, functions or types stand so deep in each other that reading it ends the stack. */
export const NESTED_TOO_DEEP: WorkflowError = refusal(
  "The source is nested deeper than the playground can read.",
  "Put fewer brackets, functions or types inside each other.",
);

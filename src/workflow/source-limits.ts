/** How much source one run takes. More is refused with a sentence, before anything reads it. */
import type { WorkflowError } from "./execution.ts";
import type { SourceFile } from "./project.ts";

/** Of all files together, in UTF-16 units. */
const MAX_SOURCE_CHARACTERS = 1_000_000;
const MAX_SOURCE_FILES = 1_000;

export function refusal(message: string, advice: string): WorkflowError {
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

/** As many brackets inside each other as the shallowest browser's stack reads of any kind, by the bundler too. */
export const MAX_NESTING = 210;

/** Whether the source may nest deeper: brackets in texts and comments are counted too. */
export function mayNestTooDeep({ text }: SourceFile): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[([{}\])]/g)) {
    if (!"([{".includes(bracket)) depth = Math.max(0, depth - 1);
    else if (++depth > MAX_NESTING) return true;
  }
  return false;
}

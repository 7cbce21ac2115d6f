/** Whether a run that differs from production says so itself, at the construct that makes the difference. */
import type { Observed } from "./observed.ts";
import type { Vector } from "./vector.ts";

/** A compatibility diagnostic is one whose rule was recorded from the runtime; it must stand on a line of the workflow. */
export function isExplained(vector: Vector, observed: Observed): boolean {
  const line = vector.expected.error?.line;
  return observed.diagnostics.some(({ rule, position }) => {
    if (rule?.provenance !== "recorded" || !Object.hasOwn(vector.files, position.file)) return false;
    return line === undefined || position.file !== vector.entry || position.line <= line;
  });
}

/** Whether a run that differs from production says so itself, at the construct that makes the difference. */
import type { Observed } from "./observed.ts";
import type { Vector } from "./vector.ts";

/** Recorded rules that the playground follows as production does: they explain what happened, but no difference. */
const FOLLOWED: readonly string[] = [
  "deleted-claim",
  "dropped-bindings",
  "logged-error",
  "missing-binding",
  "missing-default-export",
  "missing-global",
  "nested-claim-mutation",
  "top-level-binding",
  "unserializable-claim",
];

/** A compatibility diagnostic is one whose rule was recorded from the runtime; it must stand at or before the line of the failure. */
export function isExplained(vector: Vector, observed: Observed): boolean {
  const line = vector.expected.error?.line;
  return observed.diagnostics.some(({ id, rule, position }) => {
    if (rule?.provenance !== "recorded" || FOLLOWED.includes(id)) return false;
    if (!Object.hasOwn(vector.files, position.file)) return false;
    return line === undefined || position.file !== vector.entry || position.line <= line;
  });
}

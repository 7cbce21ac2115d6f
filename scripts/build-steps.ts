/** Notes which transformations a build has made, in its page and in its workers, and fails it when one found nothing to do. */
import type { Plugin } from "vite";

export type BuildSteps = {
  did(step: string): void;
  /** For the page alone: when its files are written, its workers are done. */
  requireAll(steps: readonly string[]): Plugin;
};

export function createBuildSteps(): BuildSteps {
  const done = new Set<string>();
  return {
    did: (step) => void done.add(step),
    requireAll: (steps) => ({
      name: "build-steps",
      apply: "build",
      generateBundle() {
        const missing = steps.filter((step) => !done.has(step));
        if (missing.length > 0) throw new Error(`The build found nothing to do for: ${missing.join(", ")}.`);
      },
    }),
  };
}

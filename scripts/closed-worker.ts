/** Sees to it that a worker is one strict function: a classic script's own names would become properties of its global scope. */
import type { Plugin } from "vite";
import type { BuildSteps } from "./build-steps.ts";

export const CLOSED_WORKER_STEP = "closed workers";

/** For workers alone. */
export function closedWorker(steps: BuildSteps): Plugin {
  return {
    name: "closed-worker",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== "chunk") continue;
          if (!chunk.code.startsWith('"use strict";('))
            throw new Error(`${chunk.fileName} is not one strict function.`);
          steps.did(CLOSED_WORKER_STEP);
        }
      },
    },
  };
}

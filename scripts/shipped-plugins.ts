/** What every build of the runtime does to it: the page's, the hostile suite's and the bench's are one and the same. */
import type { Plugin, UserConfig } from "vite";
import { createBuildSteps } from "./build-steps.ts";
import { CLOSED_WORKER_STEP, closedWorker } from "./closed-worker.ts";
import { deepEngine } from "./deep-engine/deep-engine.ts";
import { GUEST_SCRIPTS_STEP, shrinkGuestScripts } from "./shrink-guest-scripts.ts";
import { PARSER_STEPS, shrinkParser } from "./shrink-parser.ts";
import { ENGINE_STEP, stripEngine } from "./strip-engine.ts";

type Shipped = {
  readonly plugins: Plugin[];
  readonly worker: NonNullable<UserConfig["worker"]>;
};

/** @param first plugins that see each file before these, in the page and in workers. */
export function shippedPlugins(first: () => Plugin[] = () => []): Shipped {
  const steps = createBuildSteps();
  const sources = () => [...first(), shrinkParser(steps), shrinkGuestScripts(steps)];
  return {
    plugins: [
      ...sources(),
      stripEngine(steps),
      deepEngine(),
      steps.requireAll([...PARSER_STEPS, GUEST_SCRIPTS_STEP, ENGINE_STEP, CLOSED_WORKER_STEP]),
    ],
    worker: {
      format: "iife",
      plugins: () => [...sources(), closedWorker(steps)],
      rolldownOptions: { output: { strict: true, comments: { annotation: false } } },
    },
  };
}

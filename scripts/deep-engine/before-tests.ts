/** Before the unit tests: the engine for deep calls is there. */
import { makeDeepEngine } from "./deep-engine.ts";

export async function setup(): Promise<void> {
  await makeDeepEngine();
}

/** The journeys in three engines; what they are and how they are made: e2e/engines/. */
import { runSource } from "./run-source.mjs";

await runSource("/e2e/engines/main.ts", process.argv.slice(2));

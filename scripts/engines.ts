/** The journeys in three engines; what they are and how they are made: e2e/engines/. */
import { main } from "../e2e/engines/main.ts";
import { runMain } from "./run-main.ts";

await runMain(main);

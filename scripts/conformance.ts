/** `npm run conformance -- [--syntax] [FILE…]`: recorded workflows, or language features, against this sandbox. */
import { main } from "../conformance/main.ts";
import { runMain } from "./run-main.ts";

await runMain(main);

/** `npm run conformance -- [--syntax] [FILE…]`: recorded workflows, or language features, against this sandbox. */
import { runSource } from "./run-source.mjs";

await runSource("/conformance/main.ts", process.argv.slice(2));

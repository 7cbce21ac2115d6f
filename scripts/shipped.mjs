/** `npm run shipped -- [--engine=chromium,firefox,webkit] [--core=ENGINES] [FILE…]`: the built workers in real browsers, against what is expected and against Node. */
import { runSource } from "./run-source.mjs";

await runSource("/e2e/shipped/main.ts", process.argv.slice(2));

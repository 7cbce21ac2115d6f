/** `npm run shipped -- [--engine=chromium,firefox,webkit] [--core=ENGINES] [FILE…]`: the built workers in real browsers, against what is expected and against Node. */
import { main } from "../e2e/shipped/main.ts";
import { runMain } from "./run-main.ts";

await runMain(main);

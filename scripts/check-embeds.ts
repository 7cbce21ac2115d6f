/** `npm run check-embeds -- FILE…`: runs every embed in Markdown, MDX and HTML files and fails when one no longer gives what it expects. */
import { main } from "../src/cli/embeds-command.ts";
import { runMain } from "./run-main.ts";

await runMain(main);

/** `npm run check-embeds -- FILE…`: runs every embed in Markdown, MDX and HTML files and fails when one no longer gives what it expects. */
import { runSource } from "./run-source.mjs";

await runSource("/src/cli/embeds-command.ts", process.argv.slice(2));

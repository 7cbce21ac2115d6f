/** `npm run check-embeds -- FILE…`: runs every embed in Markdown, MDX and HTML files and fails when one no longer gives what it expects. */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createServer } from "vite";

const root = new URL("../", import.meta.url);
const files = process.argv.slice(2).map((file) => resolve(process.env.INIT_CWD ?? ".", file));
const server = await createServer({
  root: decodeURIComponent(root.pathname),
  configFile: false,
  logLevel: "error",
  appType: "custom",
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true, include: [] },
});
let status = 1;
try {
  const { main } = await server.ssrLoadModule("/src/embed/check-embeds.ts");
  status = await main(files, pathToFileURL(decodeURIComponent(root.pathname)), (line) => console.log(line));
} finally {
  await server.close();
}
process.exit(status);

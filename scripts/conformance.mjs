/** `npm run conformance -- [--syntax] [FILE…]`: loads the TypeScript through Vite, so that it is the code the worker runs. */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createServer } from "vite";

const root = new URL("../", import.meta.url);
const files = process.argv
  .slice(2)
  .map((arg) => (arg.startsWith("--") ? arg : resolve(process.env.INIT_CWD ?? ".", arg)));
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
  const { main } = await server.ssrLoadModule("/src/conformance/main.ts");
  status = await main(files, pathToFileURL(`${decodeURIComponent(root.pathname)}`), (line) => console.log(line));
} finally {
  await server.close();
}
process.exit(status);

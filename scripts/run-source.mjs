/** Runs `main(files, root, print)` of a module of `src` through Vite, so that it is the code the worker runs; exits with its status. */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createServer } from "vite";

/** @param args of the command: files, against the folder it was called in, and flags that begin with `--`. */
export async function runSource(module, args) {
  const root = decodeURIComponent(new URL("../", import.meta.url).pathname);
  const files = args.map((arg) => (arg.startsWith("--") ? arg : resolve(process.env.INIT_CWD ?? ".", arg)));
  const server = await createServer({
    root,
    configFile: false,
    logLevel: "error",
    appType: "custom",
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [] },
  });
  let status = 1;
  try {
    const { main } = await server.ssrLoadModule(module);
    status = await main(files, pathToFileURL(root), (line) => console.log(line));
  } finally {
    await server.close();
  }
  process.exit(status);
}

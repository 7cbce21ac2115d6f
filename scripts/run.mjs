/**
 * Runs a program that is written in TypeScript, through Vite: `node scripts/run.mjs scripts/test.ts [ARGUMENT…]`. This file alone is
 * JavaScript, because Node 20 takes no other.
 */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

const root = fileURLToPath(new URL("../", import.meta.url));
const [, , program, ...args] = process.argv;
if (program === undefined) throw new Error("Name the program to run, such as scripts/test.ts.");
process.argv = [process.argv[0], resolve(root, program), ...args];

const { NODE_ENV } = process.env;
const server = await createServer({
  root,
  configFile: false,
  logLevel: "error",
  appType: "custom",
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true, include: [] },
});
// A server says that this is development, and a build that the program starts would be one.
if (NODE_ENV === undefined) delete process.env.NODE_ENV;
try {
  await server.ssrLoadModule(`/${program}`, { fixStacktrace: true });
} finally {
  await server.close();
}

/**
 * Adds examples that have changed to those that share links are compressed against: `npm run freeze-examples`.
 * Links name them by their place, so nothing that is there already is ever changed, moved or removed.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "vite";

const FROZEN = new URL("../src/share/examples-v1.json", import.meta.url);

const server = await createServer({
  root: decodeURIComponent(new URL("../", import.meta.url).pathname),
  configFile: false,
  logLevel: "error",
  appType: "custom",
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true, include: [] },
});
try {
  const { EXAMPLES } = await server.ssrLoadModule("/src/examples/examples.ts");
  const { toProjectJson } = await server.ssrLoadModule("/src/share/write-project-json.ts");
  const frozen = JSON.parse(readFileSync(FROZEN, "utf8"));
  const texts = new Set(frozen.map(({ text }) => text));
  const added = EXAMPLES.map(({ name, title, project }) => ({
    name,
    text: JSON.stringify({ ...toProjectJson(project), title }),
  })).filter(({ text }) => !texts.has(text));
  writeFileSync(FROZEN, `${JSON.stringify([...frozen, ...added], null, 2)}\n`);
  console.log(`${added.length} added: ${added.map(({ name }) => name).join(", ") || "nothing has changed"}`);
} finally {
  await server.close();
}

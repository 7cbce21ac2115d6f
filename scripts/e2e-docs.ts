/** `npm run e2e:docs`: installs and builds the documentation site under e2e/docs-site/, then tests our embeds in it. Builds ours too where there is none in dist/. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const SITE = "e2e/docs-site";

function run(command: string, args: readonly string[], cwd = "."): void {
  const env = { ...process.env, PLAYGROUND_URL: "http://localhost:4327/", ASTRO_TELEMETRY_DISABLED: "1" };
  const { status } = spawnSync(command, args, { cwd, env, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync("dist/embed.js")) run("npm", ["run", "-s", "build"]);
run("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock"], SITE);
run("npm", ["run", "-s", "build"], SITE);
run("npx", ["--no-install", "playwright", "test", "-c", "e2e/docs-site.config.ts"]);

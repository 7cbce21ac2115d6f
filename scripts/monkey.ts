/** `npm run monkey -- [--actions=20000] [--seed=N]`: a long seeded walk over the built page. */
import { spawnSync } from "node:child_process";

const option = (name: string, otherwise: string) =>
  process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise;
const { status } = spawnSync("npx", ["playwright", "test", "-c", "e2e/playwright.config.ts", "e2e/monkey"], {
  stdio: "inherit",
  env: {
    ...process.env,
    MONKEY_ACTIONS: option("actions", "20000"),
    MONKEY_SEED: option("seed", String(Date.now() % 1e9)),
  },
  shell: process.platform === "win32",
});
process.exit(status ?? 1);

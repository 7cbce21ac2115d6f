/** `npm run e2e:long [-- FILTER…]`: the browser tests that `npm test` leaves out, because they take long or stand for themselves a second time. */
import { spawnSync } from "node:child_process";

const { status } = spawnSync(
  "npx",
  ["playwright", "test", "-c", "e2e/playwright.config.ts", ...process.argv.slice(2)],
  {
    stdio: "inherit",
    env: { ...process.env, E2E_LONG: "1" },
    shell: process.platform === "win32",
  },
);
process.exit(status ?? 1);

/** How the documentation site under docs-site/ is tested: its build and ours, each on a port of its own. */
import { defineConfig } from "@playwright/test";
import { BROWSER_ARGUMENTS, findBrowser } from "../scripts/browser.ts";

export default defineConfig({
  testDir: ".",
  testMatch: "docs-site.check.ts",
  outputDir: "../test-results/docs-site",
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 1,
  reporter: [["list"]],
  use: {
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath: findBrowser(), args: [...BROWSER_ARGUMENTS] },
    trace: "retain-on-failure",
  },
  webServer: [
    { command: "npm run -s preview -- --port 4327 --strictPort", cwd: "..", url: "http://localhost:4327/" },
    { command: "npx --no-install astro preview --port 4328", cwd: "docs-site", url: "http://localhost:4328/" },
  ],
});

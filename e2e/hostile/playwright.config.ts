/** The hostile runs in a browser without the playground's page: they build and serve a page of their own. */
import { defineConfig } from "@playwright/test";
import { BROWSER_ARGUMENTS, findBrowser } from "../../scripts/browser.ts";

export default defineConfig({
  testDir: ".",
  testMatch: process.env["HOSTILE_SOAK"] === "1" ? "soak.ts" : "{runtime,growth}.spec.ts",
  outputDir: "../../test-results/hostile-traces",
  workers: 1,
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: process.env["HOSTILE_REPORT"] ?? "../../test-results/hostile.json" }]],
  use: { launchOptions: { executablePath: findBrowser(), args: [...BROWSER_ARGUMENTS] } },
});

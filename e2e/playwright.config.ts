/** How the page is tested in a real browser: the built files, served as any static host would. */
import { defineConfig } from "@playwright/test";
import { BROWSER_ARGUMENTS, findBrowser } from "../scripts/browser.ts";

/** A port of its own for each run that shares a machine. */
const PORT = Number(process.env["E2E_PORT"] ?? 4317);

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  // `npm run hostile` runs these: what is measured in time holds only where nothing else runs, and what nobody's edit touches by the way.
  testIgnore: process.env["HOSTILE_FULL"] === undefined ? "hostile/{growth,big-data,readers,embed}.spec.ts" : [],
  outputDir: "../test-results/e2e",
  timeout: 90_000,
  expect: { timeout: 20_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // What takes long, is measured in time or stands for itself a second time; `npm run e2e:long` and `npm run hostile` run it.
  ...(process.env["E2E_LONG"] === "1" ? { grep: /@long/ } : {}),
  ...(process.env["E2E_LONG"] === undefined && process.env["HOSTILE_FULL"] === undefined
    ? { grepInvert: /@long/ }
    : {}),
  reporter: [["list"], ["json"]],
  use: {
    baseURL: `http://localhost:${PORT}/`,
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath: findBrowser(), args: [...BROWSER_ARGUMENTS] },
    // A trace of every test costs a quarter of the run; `--trace on` takes one.
    screenshot: "only-on-failure",
  },
  webServer: {
    command: `npm run -s preview -- --port ${PORT} --strictPort --outDir ${process.env["HOSTILE_OUT"] ?? "dist"}`,
    cwd: "..",
    url: `http://localhost:${PORT}/`,
    reuseExistingServer: false,
  },
});

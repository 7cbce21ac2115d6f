/** How the playground is built: relative paths for any sub-path, workers as modules of their own, unit tests in Node. */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { embedScript } from "./scripts/embed-script.ts";
import { pageHead } from "./scripts/page-head.ts";
import { scenarioSchema } from "./scripts/scenario-schema.ts";
import { shippedPlugins } from "./scripts/shipped-plugins.ts";

const shipped = shippedPlugins();

export default defineConfig({
  base: "./",
  plugins: [react(), pageHead(), shipped.plugins, embedScript(), scenarioSchema()],
  build: {
    target: "es2022",
    chunkSizeWarningLimit: 5000,
    manifest: true,
    // Browsers that do not know modulepreload load the same files a little later.
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { index: "index.html", embed: "embed.html" } },
  },
  // As a host of embeds must: a sandboxed frame has no origin of its own and asks from another one.
  preview: { cors: true, headers: { "Access-Control-Allow-Origin": "*" } },
  worker: shipped.worker,
  test: {
    // What takes long or is measured in time is a `check`; `npm run hostile` runs those.
    include: process.env["CHECKS"]
      ? ["src/hostile/*.{test,check}.ts"]
      : ["src/**/*.test.{ts,tsx}", "conformance/**/*.test.ts", "scripts/**/*.test.ts"],
    environment: "node",
    // No test leaves anything behind; a third of the time was spent on loading the same modules for each file.
    isolate: false,
    testTimeout: 30_000,
  },
});

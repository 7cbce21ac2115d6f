/** How the playground is built: relative paths for any sub-path, workers as modules of their own, unit tests in Node. */
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { embedScript } from "./scripts/embed-script.ts";
import { pageHead } from "./scripts/page-head.ts";
import { scenarioSchema } from "./scripts/scenario-schema.ts";
import { shippedPlugins } from "./scripts/shipped-plugins.ts";

const shipped = shippedPlugins();
/** What the page and the embed draw first. */
const FIRST_PAINT =
  /(src\/(share\/(json-fields|link-parameters)|workflow\/trigger|views\/(first-paint\/(draw-static|FirstResult|load-rare-results)|parts\/(icons|load-part|CopyButtonMarkup)|editor\/(highlight|HighlightedText)|our-failure\/fail|styles\/(tokens|base|theme))|store\/(playground-store|next-paint|first-result)|worker\/browser-runtime)\.|preload-helper|rolldown\/runtime)/;

export default defineConfig({
  base: "./",
  resolve: {
    alias: { "react/jsx-runtime": fileURLToPath(new URL("src/views/first-paint/jsx-runtime.ts", import.meta.url)) },
  },
  plugins: [react(), pageHead(), shipped.plugins, embedScript(), scenarioSchema()],
  build: {
    target: "es2022",
    chunkSizeWarningLimit: 5000,
    manifest: true,
    // Browsers that do not know modulepreload load the same files a little later.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: "index.html", embed: "embed.html" },
      // What the page and the embed draw first, and all that it needs, is one file: many small ones compress worse.
      output: {
        codeSplitting: {
          groups: [{ name: "first-paint", test: FIRST_PAINT }],
        },
      },
    },
  },
  // As a host of embeds must: a sandboxed frame has no origin of its own and asks from another one.
  preview: { cors: true, headers: { "Access-Control-Allow-Origin": "*" } },
  worker: shipped.worker,
  test: {
    // What takes long or is measured in time is a `check`; `npm run hostile` runs those.
    include: process.env["CHECKS"]
      ? ["e2e/hostile/cases/*.{test,check}.ts"]
      : [
          "src/**/*.test.{ts,tsx}",
          "conformance/**/*.test.ts",
          "e2e/**/*.test.ts",
          "scripts/**/*.test.ts",
          "testing/**/*.test.ts",
        ],
    environment: "node",
    globalSetup: "scripts/deep-engine/before-tests.ts",
    // No test leaves anything behind; a third of the time was spent on loading the same modules for each file.
    isolate: false,
    // By itself it leaves one of two cores idle.
    maxWorkers: 2,
    testTimeout: 30_000,
  },
});

/** Builds the page of the hostile tests with the playground's own head and policy. Removals are patched in here alone, for `scripts/hostile-controls.ts`. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { pageHead } from "../../scripts/page-head.ts";
import { shippedPlugins } from "../../scripts/shipped-plugins.ts";
import { removal } from "./removal.ts";

const shipped = shippedPlugins(removal);

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  plugins: [shipped.plugins, pageHead()],
  worker: shipped.worker,
  build: {
    target: "es2022",
    outDir: process.env["HOSTILE_OUT"] ?? "../../test-results/hostile",
    emptyOutDir: true,
    rollupOptions: {
      input: ["harness.html", "growth.html"].map((name) => fileURLToPath(new URL(name, import.meta.url))),
    },
  },
});

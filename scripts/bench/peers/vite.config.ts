/** Builds the peers' pages and the bare pipeline's, each on its own, with the same builder as the playground. */
import { defineConfig } from "vite";
import { shippedPlugins } from "../../shipped-plugins.ts";

const shipped = shippedPlugins();

const PAGES = ["vue-repl-monaco", "vue-repl-codemirror", "typescript", "limit", "pipeline"];

export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  plugins: shipped.plugins,
  build: {
    target: "es2022",
    chunkSizeWarningLimit: 20_000,
    rolldownOptions: { input: PAGES.map((name) => `${import.meta.dirname}/${name}.html`) },
  },
  worker: shipped.worker,
});

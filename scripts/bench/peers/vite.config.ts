/** Builds the peers' pages and the bare pipeline's, each on its own, with the same builder as the playground. */
import { defineConfig } from "vite";
import { leanEngine } from "../../lean-engine.ts";
import { leanWorker } from "../../lean-worker.ts";

const PAGES = ["vue-repl-monaco", "vue-repl-codemirror", "typescript", "limit", "pipeline"];

export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  plugins: [leanEngine(), leanWorker()],
  build: {
    target: "es2022",
    chunkSizeWarningLimit: 20_000,
    rolldownOptions: { input: PAGES.map((name) => `${import.meta.dirname}/${name}.html`) },
  },
  worker: { format: "es", plugins: () => [leanWorker()] },
});

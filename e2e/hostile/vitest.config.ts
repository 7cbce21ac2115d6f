/** The unit tests with one defence taken out, for `scripts/hostile-controls.ts` alone. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { removal } from "./removal.ts";

export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  plugins: removal(),
  test: { include: ["e2e/hostile/cases/*.{test,check}.ts"], environment: "node" },
});

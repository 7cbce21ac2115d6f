/** The playground's own build with one defence of the page taken out, into a folder of its own, for `scripts/hostile-controls.ts` alone. */
import { mergeConfig } from "vite";
import playground from "../../vite.config.ts";
import { removal } from "./removal.ts";

export default mergeConfig(playground, {
  plugins: removal(),
  build: { outDir: process.env["HOSTILE_OUT"], emptyOutDir: true },
});

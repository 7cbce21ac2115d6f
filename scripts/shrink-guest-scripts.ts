/** Makes the sandbox's guest scripts, which are imported as text, as short as they may be. */
import { readFileSync } from "node:fs";
import { minifySync, type Plugin } from "vite";
import type { BuildSteps } from "./build-steps.ts";

export const GUEST_SCRIPTS_STEP = "short guest scripts";

/** Functions keep their names, which author code can see, and syntax stays as it is; only variables are renamed. */
function shortened(file: string): string {
  const { code, errors } = minifySync(file, readFileSync(file, "utf8"), {
    compress: false,
    mangle: { toplevel: false, keepNames: true },
    codegen: { removeWhitespace: true, legalComments: "none" },
  });
  if (errors.length > 0) throw new Error(`${file} could not be shortened: ${errors[0]?.message}`);
  return code;
}

export function shrinkGuestScripts(steps: BuildSteps): Plugin {
  return {
    name: "shrink-guest-scripts",
    enforce: "pre",
    apply: "build",
    load: {
      filter: { id: /\/src\/sandbox\/[\w/-]+\.guest\.js\?raw$/ },
      handler(id) {
        steps.did(GUEST_SCRIPTS_STEP);
        return `export default ${JSON.stringify(shortened(id.slice(0, -"?raw".length)))};`;
      },
    },
  };
}

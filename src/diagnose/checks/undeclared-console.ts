/** `console` used without a declaration: Kinde's docs do so, its open runtime does not know it. */
import { type Check, eachToken, type Finding } from "../check.ts";

export const undeclaredConsole: Check = {
  id: "undeclared-console",
  *find(input) {
    if (!input.isDiscovered || input.settings.bindings.includes("console")) return;
    const found = eachToken(input, (file, index, token): Finding | null =>
      token.text === "console" && file.text(index + 1) === "." && file.isGlobal(index)
        ? {
            at: token,
            severity: "info",
            message:
              "console is not declared among the bindings; the playground grants it as Kinde’s own examples use it.",
            advice: "Add console: {} to workflowSettings.bindings to be sure of it.",
            rule: {
              provenance: "simulated",
              sentence:
                "In the open-source runtime console exists only when declared; Kinde’s documentation uses it undeclared.",
              source: "Simulated by this playground",
            },
          }
        : null,
    );
    const first = found.next();
    if (!first.done) yield first.value;
  },
};

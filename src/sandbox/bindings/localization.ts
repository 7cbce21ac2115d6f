/** `kinde.localization`: the texts of the scenario, by key. */
import { type Binding, NOTHING } from "./binding.ts";

export const localization: Binding = {
  kind: "calls",
  functions: {
    "kinde.localization.get": ({ args, input }) => {
      const text = typeof args[0] === "string" ? input.localization.get(args[0]) : undefined;
      return text === undefined ? NOTHING : { kind: "value", text: JSON.stringify(text) };
    },
  },
};

/** `kinde.env`: the environment variables of the scenario. */
import { type Binding, NOTHING } from "./binding.ts";

export const env: Binding = {
  kind: "calls",
  functions: {
    "kinde.env.get": ({ args, input }) => {
      const variable = typeof args[0] === "string" ? input.env.get(args[0]) : undefined;
      if (!variable) return NOTHING;
      return { kind: "value", text: JSON.stringify({ value: variable.value, isSecret: variable.isSecret }) };
    },
  },
};

/** `kinde.cache`: tokens kept between runs; there whenever `kinde.fetch` is (recorded). */
import type { Binding } from "./binding.ts";

export const cache: Binding = {
  kind: "calls",
  also: "kinde.fetch",
  functions: {
    "kinde.cache.jwtToken": ({ args, input }) => {
      const token = typeof args[0] === "string" ? input.cache.get(args[0]) : undefined;
      if (token !== undefined) return { kind: "value", text: JSON.stringify(token) };
      return { kind: "callback", member: "onMissingOrExpired" };
    },
  },
};

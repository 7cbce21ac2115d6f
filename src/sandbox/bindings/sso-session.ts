/** `kinde.ssoSession`: the package types its name and nothing more, so it grants nothing but the global `kinde`. */
import type { Binding } from "./binding.ts";

export const ssoSession: Binding = { kind: "calls", functions: {} };

/** `url`, `util` and `console`: modules of the engine itself, made in the guest. */
import type { Binding } from "./binding.ts";

export const url: Binding = { kind: "native", module: "url" };
export const util: Binding = { kind: "native", module: "util" };
export const console: Binding = { kind: "native", module: "console" };
/** `module` exists with or without its binding (recorded). */
export const module: Binding = { kind: "calls", functions: {} };

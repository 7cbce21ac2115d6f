/** What a sandbox may be made with besides its prelude: large, and needed only by some runs. */
import { quirksSource, textsSource } from "./guest/texts.ts";
import { urlSource } from "./guest/url.ts";
import { MockSearch } from "./bindings/mock-search.ts";
import { tracingSource } from "./tracing/source.ts";
import { traceProgram } from "./tracing/trace.ts";
import { usageIn } from "./tracing/usage.ts";

/** Finds out what a failure was given, and where production says it was. */
export type Tracer = { readonly trace: typeof traceProgram; readonly usageIn: typeof usageIn };

/** @property code a function of the glue that gives the module. */
export type NativeModule = { readonly name: string; readonly code: string; readonly tracer?: Tracer };

/** @property MockSearch finds the mocks that stand for several addresses, and says why none answers. */
export type SandboxParts = { readonly natives: readonly NativeModule[]; readonly MockSearch: typeof MockSearch | null };

const NATIVES: readonly NativeModule[] = [
  { name: "url", code: urlSource },
  { name: "texts", code: textsSource },
  { name: "quirks", code: quirksSource },
  { name: "tracing", code: tracingSource, tracer: { trace: traceProgram, usageIn } },
];

export const ALL_PARTS: SandboxParts = { natives: NATIVES, MockSearch };

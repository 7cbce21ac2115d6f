/** What a sandbox may be made with besides its prelude: large, and needed only by some runs. */
import { quirksSource, textsSource } from "./guest/texts.ts";
import { urlSource } from "./guest/url.ts";
import { wordsSource } from "./words/source.ts";
import { traceProgram } from "./words/trace.ts";
import { usageOf } from "./words/usage.ts";

/** Finds out what a failure was given, and where production says it was. */
export type Tracer = { readonly trace: typeof traceProgram; readonly usageOf: typeof usageOf };

/** @property code a function of the glue that gives the module. */
export type NativeModule = { readonly name: string; readonly code: string; readonly tracer?: Tracer };

export const NATIVE_MODULES: readonly NativeModule[] = [
  { name: "url", code: urlSource },
  { name: "texts", code: textsSource },
  { name: "quirks", code: quirksSource },
  { name: "words", code: wordsSource, tracer: { trace: traceProgram, usageOf } },
];

/** `kinde.secureFetch`: as `kinde.fetch`; production encrypts the body, which `secure-wire.ts` shows outside of the sandbox. */
import type { Binding } from "./binding.ts";
import { answerRequest } from "./fetch.ts";

export const secureFetch: Binding = { kind: "calls", functions: { "kinde.secureFetch": answerRequest } };

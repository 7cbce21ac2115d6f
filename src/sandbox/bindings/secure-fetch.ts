/** `kinde.secureFetch`: as `kinde.fetch`. Production encrypts the body on its way; `workflow/secure-wire.ts` shows that outside of the sandbox. */
import type { Binding } from "./binding.ts";
import { answerRequest } from "./fetch.ts";

export const secureFetch: Binding = { kind: "calls", functions: { "kinde.secureFetch": answerRequest } };

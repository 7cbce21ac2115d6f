/** `kinde.auth`: denying access. The run goes on; what the sign-in does is decided after it. */
import { type Binding, noted } from "./binding.ts";

export const auth: Binding = { kind: "calls", functions: { "kinde.auth.denyAccess": noted } };

/** `kinde.mfa`: requiring or skipping multi-factor authentication. */
import { type Binding, noted } from "./binding.ts";

export const mfa: Binding = { kind: "calls", functions: { "kinde.mfa.setEnforcementPolicy": noted } };

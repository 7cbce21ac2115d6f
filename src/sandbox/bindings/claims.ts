/** `kinde.accessToken`, `kinde.idToken`, `kinde.m2mToken`: custom claims. The map itself lives in the guest's glue (`guest/host/calls.guest.js`). */
import type { TokenName } from "../../workflow/token.ts";
import type { Binding } from "./binding.ts";

export const claims = (token: TokenName): Binding => ({ kind: "claims", token });
export const CLAIM_FUNCTIONS = ["getCustomClaims", "setCustomClaim"] as const;

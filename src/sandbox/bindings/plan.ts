/** `kinde.plan`: refusing a plan change or a cancellation. */
import { type Binding, noted } from "./binding.ts";

export const plan: Binding = {
  kind: "calls",
  functions: { "kinde.plan.denySelection": noted, "kinde.plan.denyCancellation": noted },
};

/** Why a claim did not land or was dropped, each with where the rule comes from. */
import type { Rule } from "../workflow/provenance.ts";

/** What production does with such a value beyond the workflow is closed; that it cannot become JSON was recorded. */
export const UNSERIALIZABLE_RULE: Rule = {
  provenance: "recorded",
  sentence:
    "The value reaches the host but cannot become JSON (NaN, Infinity, a function, a cycle), so the claim keeps its base value. Assign a string, number, boolean, null, array or plain object.",
  source: "Recorded from Kinde’s workflow runtime",
};

export const MANAGEMENT_API_RULE: Rule = {
  provenance: "documented",
  sentence:
    "An M2M token whose audience is the Kinde Management API cannot be changed by a workflow. Request the token for an audience of your own API.",
  source: "Kinde docs, M2M token generation workflow",
};

export const RESET_CLAIMS_RULE: Rule = {
  provenance: "documented",
  sentence: "With resetClaims, custom claims that were set before are dropped when the workflow starts.",
  source: "Kinde docs, workflow settings",
};

export const RESET_SCOPE_RULE: Rule = {
  provenance: "simulated",
  sentence: "Kinde has not published which claims count as custom: here they are the ones Kinde never issues itself.",
  source: "Simulated by this playground",
};

/** What “Why?” says of a claim: what happened to it, and what to do when a write did not land. */
import { MANAGEMENT_API_RULE } from "../../../claims/claim-rules.ts";
import type { ClaimChange } from "../../../workflow/claim.ts";

/** What to do instead, where a write did not land and its rules do not say so themselves. */
export function adviceFor({ state, rules }: ClaimChange): string | null {
  if (state === "removed")
    return "To keep the claim, set it in this workflow, or leave resetClaims out of the binding.";
  if (state !== "prohibited" || rules.some((rule) => rule.sentence === MANAGEMENT_API_RULE.sentence)) return null;
  return "Write the value to a claim with a name of your own. To try another base value, edit the base token.";
}

/** What “Why?” says first: what happened to this claim, in one sentence. */
export function stateSentence({ state, writes }: ClaimChange): string {
  const times = writes > 1 ? ` It was written ${writes.toLocaleString("en")} times; the last write counts.` : "";
  switch (state) {
    case "prohibited":
      return `The workflow may not set this claim, so the write was rejected.${times}`;
    case "unserializable":
      return `The value cannot become JSON, so the write was rejected.${times}`;
    case "added":
      return `The base token has no claim of this name; the workflow added it.${times}`;
    case "replaced":
      return `The workflow gave this claim another value.${times}`;
    case "emptied":
      return `The workflow set this claim to an empty value. The claim itself stays in the token.${times}`;
    case "removed":
      return "The claim was dropped before the workflow started.";
    case "written-unchanged":
      return `The workflow wrote the value the claim already had.${times}`;
    case "unchanged":
      return "The workflow did not write this claim.";
  }
}

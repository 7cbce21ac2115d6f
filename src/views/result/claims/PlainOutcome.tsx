/** What became of a claim whose value tells itself: before → after, or the one there is. */
import type { ClaimChange } from "../../../workflow/claim.ts";
import type { ClaimParts } from "../result-parts.ts";
import { nameInSentence } from "./claim-states.ts";

export type ClaimOutcomeProps = { readonly change: ClaimChange; readonly parts: ClaimParts };

type PlainOutcomeProps = { readonly change: ClaimChange; readonly parts: Pick<ClaimParts, "CopyValue"> };

export function PlainOutcome({ change, parts: { CopyValue } }: PlainOutcomeProps) {
  const { state, before, after } = change;
  const name = nameInSentence(change.name);
  if (before === undefined || after === undefined || state === "written-unchanged" || before === after) {
    return (
      <CopyValue
        text={after ?? before ?? ""}
        what={`value of ${name}`}
        look={after === undefined ? "before" : "after"}
      />
    );
  }
  return (
    <>
      <CopyValue text={before} what={`value of ${name} before`} look="before" />
      <span className="claims-row__becomes">
        <span aria-hidden="true">→</span>
        <span className="only-read">becomes</span>
      </span>
      <CopyValue text={after} what={`value of ${name} after`} />
    </>
  );
}

/** One row of the claims list: sign, name, state, before → after, where it was written, and why. */
import type { ReactNode } from "react";
import type { ClaimChange } from "../../../workflow/claim.ts";
import { VisibleText } from "../../parts/VisibleText.tsx";
import type { ClaimParts } from "../result-parts.ts";
import { CLAIM_STATES, nameInSentence, spokenName } from "./claim-states.ts";
import type { ClaimOutcomeProps } from "./PlainOutcome.tsx";

type ClaimItemMarkupProps = {
  readonly change: ClaimChange;
  readonly parts: ClaimParts;
  readonly Outcome: (props: ClaimOutcomeProps) => ReactNode;
  /** What lights the row up when it changes. */
  readonly light?: ReactNode;
};

export function ClaimItemMarkup({ change, parts, Outcome, light }: ClaimItemMarkupProps) {
  const { PositionLink, WhyButton } = parts;
  const { sign, word, tone } = CLAIM_STATES[change.state];
  const name = nameInSentence(change.name);
  return (
    <li className={`claims-row claims-row--${tone ?? "plain"}`} aria-label={`${spokenName(change.name)}: ${word}`}>
      {light}
      <span className="claims-row__sign" aria-hidden="true">
        {sign}
      </span>
      <span className={change.name === "" ? "claims-row__name claims-row__name--empty" : "claims-row__name"}>
        <VisibleText text={name} />
      </span>
      <span className="claims-row__word">{word}</span>
      <span className="claims-row__outcome">
        <Outcome change={change} parts={parts} />
      </span>
      <span className="claims-row__more">
        {change.position && <PositionLink position={change.position} isShort />}
        {change.state !== "unchanged" && <WhyButton change={change} />}
      </span>
    </li>
  );
}

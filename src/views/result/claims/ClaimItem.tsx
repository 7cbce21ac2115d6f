/** One row of the claims list: sign, name, state, before → after, where it was written, and why. */
import { memo } from "react";
import { VisibleText } from "../../parts/VisibleText.tsx";
import { PositionLink } from "../PositionLink.tsx";
import { ClaimOutcome } from "./ClaimOutcome.tsx";
import type { ClaimRow } from "./claim-rows.ts";
import { CLAIM_STATES, spokenName } from "./claim-states.ts";
import { WhyButton } from "./WhyButton.tsx";

export const ClaimItem = memo(function ClaimItem({ row }: { readonly row: ClaimRow }) {
  const { change, version } = row;
  const { sign, word, tone } = CLAIM_STATES[change.state];
  const name = spokenName(change.name);
  const isListed = change.state !== "unchanged";
  return (
    <li className={`claims-row claims-row--${tone ?? "plain"}`} aria-label={`${name}: ${word}`}>
      {version > 0 && <span key={version} className="claims-row__light" aria-hidden="true" />}
      <span className="claims-row__sign" aria-hidden="true">
        {sign}
      </span>
      <span className={change.name === "" ? "claims-row__name claims-row__name--empty" : "claims-row__name"}>
        <VisibleText text={name} />
      </span>
      <span className="claims-row__word">{word}</span>
      <span className="claims-row__outcome">
        <ClaimOutcome change={change} />
      </span>
      <span className="claims-row__more">
        {change.position && <PositionLink position={change.position} isShort />}
        {isListed && <WhyButton change={change} />}
      </span>
    </li>
  );
});

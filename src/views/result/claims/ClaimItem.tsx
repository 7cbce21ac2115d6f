/** One row of the claims list: sign, name, state, before → after, where it was written, and why. */
import { memo, useEffect, useState } from "react";
import { VisibleText } from "../../parts/VisibleText.tsx";
import { PositionLink } from "../PositionLink.tsx";
import { ClaimOutcome } from "./ClaimOutcome.tsx";
import type { ClaimRow } from "./claim-rows.ts";
import { CLAIM_STATES, spokenName } from "./claim-states.ts";
import { WhyButton } from "./WhyButton.tsx";

/** How long a changed row stays lit before its light fades, in milliseconds. */
const LIT_MS = 900;

export const ClaimItem = memo(function ClaimItem({ row }: { readonly row: ClaimRow }) {
  const { change, version } = row;
  const { sign, word, tone } = CLAIM_STATES[change.state];
  const name = spokenName(change.name);
  const isListed = change.state !== "unchanged";
  const isLit = useLit(version);
  return (
    <li className={`claims-row claims-row--${tone ?? "plain"}`} aria-label={`${name}: ${word}`}>
      {version > 0 && (
        <span className={isLit ? "claims-row__light" : "claims-row__light claims-row__light--out"} aria-hidden="true" />
      )}
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

/** A timer and not an animation: one that runs makes the browser draw every frame, and the next key then waits for its turn. */
function useLit(version: number): boolean {
  const [faded, setFaded] = useState(0);
  useEffect(() => {
    if (version === 0) return;
    const timer = setTimeout(() => setFaded(version), LIT_MS);
    return () => clearTimeout(timer);
  }, [version]);
  return version !== faded;
}

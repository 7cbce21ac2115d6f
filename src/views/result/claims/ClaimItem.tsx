/** One row of the claims list, which lights up when it changes. */
import { memo, useEffect, useState } from "react";
import { PositionLink } from "../PositionLink.tsx";
import type { ClaimParts } from "../result-parts.ts";
import { ClaimOutcome } from "./ClaimOutcome.tsx";
import { ClaimItemMarkup } from "./ClaimItemMarkup.tsx";
import type { ClaimRow } from "./claim-rows.ts";
import { CopyValue } from "./CopyValue.tsx";
import { WholeValues } from "./WholeValues.tsx";
import { WhyButton } from "./WhyButton.tsx";
import "./claim-change.css";

/** How long a changed row stays lit before its light fades, in milliseconds. */
const LIT_MS = 900;

const PARTS: ClaimParts = { CopyValue, WholeValues, WhyButton, PositionLink };

export const ClaimItem = memo(function ClaimItem({ row: { change, version } }: { readonly row: ClaimRow }) {
  const isLit = useLit(version);
  const light = version > 0 && (
    <span className={isLit ? "claims-row__light" : "claims-row__light claims-row__light--out"} aria-hidden="true" />
  );
  return <ClaimItemMarkup change={change} parts={PARTS} Outcome={ClaimOutcome} light={light} />;
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

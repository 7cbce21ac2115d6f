/** What happens to the person who signs in, with the ways to what the workflow said. */
import { Fold } from "../../parts/Fold.tsx";
import { Provenance } from "../../parts/Provenance.tsx";
import { PositionLink } from "../PositionLink.tsx";
import type { OutcomeParts } from "../result-parts.ts";
import { OutcomeMarkup, type OutcomeMarkupProps } from "./OutcomeMarkup.tsx";

const PARTS: OutcomeParts = { Fold, Provenance, PositionLink };

export function OutcomeView(props: Omit<OutcomeMarkupProps, "parts">) {
  return <OutcomeMarkup {...props} parts={PARTS} />;
}

/** The card of what the scenario lacks, with buttons that add it. */
import { FAILURE_PARTS } from "../failure/failure-parts.ts";
import { GapCardMarkup, type GapCardProps } from "./GapCardMarkup.tsx";

export function GapCard(props: GapCardProps) {
  return <GapCardMarkup {...props} parts={FAILURE_PARTS} />;
}

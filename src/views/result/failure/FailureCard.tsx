/** The card of a failure with all that can be done about it. */
import type { Failure } from "../shown-result.ts";
import { FailureCardMarkup } from "./FailureCardMarkup.tsx";
import { FAILURE_PARTS } from "./failure-parts.ts";

export function FailureCard({ failure }: { readonly failure: Failure }) {
  return <FailureCardMarkup failure={failure} parts={FAILURE_PARTS} />;
}

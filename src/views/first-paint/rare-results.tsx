/** What a first result seldom is, before React: a failure, no token, a write that did not land, changes inside a value. Loaded only for these. */
import type { SignIn } from "../../workflow/run-result.ts";
import { CopyButtonMarkup } from "../parts/CopyButtonMarkup.tsx";
import { FoldMarkup } from "../parts/FoldMarkup.tsx";
import { ProvenanceMarkup } from "../parts/ProvenanceMarkup.tsx";
import { ClaimOutcome } from "../result/claims/ClaimOutcome.tsx";
import type { ClaimOutcomeProps } from "../result/claims/PlainOutcome.tsx";
import { WholeValuesMarkup } from "../result/claims/WholeValuesMarkup.tsx";
import { NotIssued } from "../result/NotIssued.tsx";
import { FailureCardMarkup } from "../result/failure/FailureCardMarkup.tsx";
import { RunAgainMarkup } from "../result/failure/RunAgainMarkup.tsx";
import { ScenarioPlaceMarkup } from "../result/failure/ScenarioPlaceMarkup.tsx";
import { AddGapMarkup } from "../result/gaps/AddGapMarkup.tsx";
import { GapCardMarkup, type GapCardProps } from "../result/gaps/GapCardMarkup.tsx";
import { OutcomeMarkup, type OutcomeMarkupProps } from "../result/outcome/OutcomeMarkup.tsx";
import { PositionLinkMarkup } from "../result/PositionLinkMarkup.tsx";
import type { FailureParts, WholeValuesProps } from "../result/result-parts.ts";
import type { Failure } from "../result/shown-result.ts";

const PARTS: FailureParts = {
  Fold: FoldMarkup,
  CopyButton: CopyButtonMarkup,
  Provenance: ProvenanceMarkup,
  PositionLink: PositionLinkMarkup,
  ScenarioPlace: ScenarioPlaceMarkup,
  RunAgain: RunAgainMarkup,
  FixFailure: () => null,
  AddGap: AddGapMarkup,
};

export { filesWithErrors } from "../editor/run-marks.ts";
export { problemsOf } from "../result/run/problems.ts";
export { failureSummary } from "../result/failure/failure-summary.ts";

export function FirstFailure({ failure }: { readonly failure: Failure }) {
  return <FailureCardMarkup failure={failure} parts={PARTS} />;
}

export function FirstOutcome(props: Omit<OutcomeMarkupProps, "parts">) {
  return <OutcomeMarkup {...props} parts={PARTS} />;
}

export function FirstNotIssued({ signIn }: { readonly signIn: SignIn }) {
  return <NotIssued signIn={signIn} Provenance={ProvenanceMarkup} />;
}

export function FirstOutcomeOfClaim({ change, parts }: ClaimOutcomeProps) {
  const WholeValues = (values: WholeValuesProps) => <WholeValuesMarkup {...values} isOpen={false} parts={parts} />;
  return <ClaimOutcome change={change} parts={{ ...parts, WholeValues }} />;
}

export function FirstGaps(props: GapCardProps) {
  return <GapCardMarkup {...props} parts={PARTS} />;
}

/** What of a result works only with React: drawn by its looks alone before that, and by what works after it. */
import type { ReactNode } from "react";
import type { FoldProps } from "../parts/FoldMarkup.tsx";
import type { CopyButtonProps } from "../parts/CopyButtonMarkup.tsx";
import type { ProvenanceProps } from "../parts/ProvenanceMarkup.tsx";
import type { TabsProps } from "../parts/TabsMarkup.tsx";
import type { ClaimChange } from "../../workflow/claim.ts";
import type { Diagnostic } from "../../workflow/diagnostic.ts";
import type { Gap } from "../../workflow/gap.ts";
import type { ScenarioProblem } from "../../workflow/run-result.ts";
import type { CopyValueProps } from "./claims/CopyValueMarkup.tsx";
import type { PositionLinkProps } from "./PositionLinkMarkup.tsx";

export type TabsPart = <Value extends string>(props: TabsProps<Value>) => ReactNode;

export type WholeValuesProps = { readonly change: ClaimChange };

export type ClaimParts = {
  CopyValue(props: CopyValueProps): ReactNode;
  WholeValues(props: WholeValuesProps): ReactNode;
  WhyButton(props: { readonly change: ClaimChange }): ReactNode;
  PositionLink(props: PositionLinkProps): ReactNode;
};

export type OutcomeParts = {
  Fold(props: FoldProps): ReactNode;
  Provenance(props: ProvenanceProps): ReactNode;
  PositionLink(props: PositionLinkProps): ReactNode;
};

export type FixFailureProps = { readonly diagnostic: Diagnostic };

export type FailureParts = OutcomeParts & {
  CopyButton(props: CopyButtonProps): ReactNode;
  ScenarioPlace(props: { readonly problem: ScenarioProblem }): ReactNode;
  RunAgain(props: object): ReactNode;
  FixFailure(props: FixFailureProps): ReactNode;
  AddGap(props: { readonly gap: Gap }): ReactNode;
};

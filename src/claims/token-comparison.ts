/** The words for a comparison of the token that is predicted here with one that Kinde issued. */
import type { ClaimChange, ClaimsSet } from "../workflow/claim.ts";
import type { TokenName } from "../workflow/token.ts";

export type CauseKind =
  | "another-kind"
  | "not-issued-here"
  | "another-domain"
  | "another-user"
  | "another-application"
  | "another-organization"
  | "older-token"
  | "another-workflow"
  | "failed-under-continue"
  | "not-deployed"
  | "kept-by-kinde"
  | "another-branch"
  | "another-value"
  | "rejected-write-landed"
  | "more-claims"
  | "another-base";

export type Cause = {
  readonly kind: CauseKind;
  /** What it most likely is. */
  readonly sentence: string;
  /** What to do next. */
  readonly advice: string;
  /** Whether the issued token, without what the workflow wrote, should become the base token. */
  readonly offersBase: boolean;
};

export type ClaimComparison = {
  readonly name: string;
  readonly verdict: "differs" | "only-predicted" | "only-issued" | "same" | "not-compared";
  /** JSON text; absent where the token does not carry the claim. */
  readonly predicted?: string;
  readonly issued?: string;
  /** How many places inside of the value differ; 0 where the values have no inside. */
  readonly placesInside: number;
  /** How the workflow's run changes the claim here. */
  readonly state: ClaimChange["state"] | "absent";
};

export type TokenComparison = {
  /** What differs first. */
  readonly claims: readonly ClaimComparison[];
  /** Null when nothing that is compared differs. */
  readonly cause: Cause | null;
};

export type ComparisonInput = {
  readonly token: TokenName;
  /** The kind that the issued token seems to be of. */
  readonly issuedKind: TokenName;
  /** How each claim fares here. */
  readonly changes: readonly ClaimChange[];
  /** Whether a token is issued here at all. */
  readonly isIssuedHere: boolean;
  readonly issued: ClaimsSet;
  readonly failurePolicy: "stop" | "continue";
  readonly nowSeconds: number;
};

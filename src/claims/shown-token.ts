/** Which token of a result is looked at: the one a person chose when the trigger carries it, else the first that changed. */
import type { ClaimChange } from "../workflow/claim.ts";
import type { RunResult, TokenResult } from "../workflow/run-result.ts";
import type { TokenName } from "../workflow/token.ts";

/** Null when the trigger carries no token. */
export function shownToken({ tokens }: Pick<RunResult, "tokens">, chosen: TokenName | null): TokenResult | null {
  return (
    tokens.find(({ name }) => name === chosen) ??
    tokens.find(({ changes }) => changedClaims(changes) > 0) ??
    tokens.find(({ changes }) => changes.some(({ state }) => state !== "unchanged")) ??
    tokens[0] ??
    null
  );
}

/** How many claims a run changed, or was not allowed to. */
export function changedClaims(changes: readonly ClaimChange[]): number {
  return changes.filter(({ state }) => state !== "unchanged" && state !== "written-unchanged").length;
}

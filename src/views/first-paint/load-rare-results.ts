/** Loads what draws a first result that is more than claims added and replaced. */
import type { RunState } from "../../store/playground-store.ts";
import type { ClaimChange } from "../../workflow/claim.ts";
import type { RunResult } from "../../workflow/run-result.ts";
import { loadPart } from "../parts/load-part.ts";
import { mayNest } from "../result/claims/may-nest.ts";
import { shownResult } from "../result/shown-result.ts";

/** React draws it as well, so its interface does not wait for long, in milliseconds. */
const MOST_WAITED_MS = 1_000;

export type RareResults = typeof import("./rare-results.tsx");

/** Null for a result that needs none of it, and when it does not come: React draws it then. */
export async function loadRareResults(run: RunState): Promise<RareResults | null> {
  const { failure, result } = shownResult(run);
  const isPlain = failure === null && (result === null || isPlainResult(result));
  if (isPlain) return null;
  const late = new Promise<null>((resolve) => setTimeout(resolve, MOST_WAITED_MS, null));
  return Promise.race([late, loadPart(() => import("./rare-results.tsx")).catch(() => null)]);
}

function isPlainResult({ tokens, gaps }: RunResult): boolean {
  return (
    gaps.length === 0 &&
    tokens.length > 0 &&
    tokens.every(({ issuedText, changes }) => issuedText !== null && changes.every((change) => isPlainChange(change)))
  );
}

function isPlainChange({ before, after, attempted }: ClaimChange): boolean {
  return (
    attempted === undefined &&
    (before === undefined || after === undefined || before === after || !mayNest(before, after))
  );
}

/** The writes in the source that none of several runs reached. Silent where anything is not sure: a false alarm is worse. */
import type { ClaimWrite } from "../workflow/claim.ts";
import type { Effect } from "../workflow/execution.ts";
import type { RunResult } from "../workflow/run-result.ts";

/** @param results of one and the same source; null for a run whose result is not known. */
export function unreachedWrites(results: readonly (RunResult | null)[]): readonly ClaimWrite[] {
  const known = results.filter((result): result is RunResult => result !== null && isWhole(result));
  const writes = known[0]?.claimWrites;
  if (writes === undefined || known.length < results.length) return [];
  const effects = known.flatMap((result) => result.effects.filter((effect) => effect.kind === "claim"));
  return writes.filter((write) => !effects.some((effect) => mayCome(effect, write)));
}

/** Whether the run ended by itself, so that what it did not do is known. */
function isWhole({ outcome }: RunResult): boolean {
  return outcome.kind === "completed" || (outcome.kind === "failed" && outcome.phase === "execute");
}

function mayCome({ token, name, position }: Extract<Effect, { readonly kind: "claim" }>, write: ClaimWrite): boolean {
  if (token !== write.token || name !== write.name) return false;
  if (position === undefined) return true;
  return (
    position.file === write.position.file && position.line >= write.position.line && position.line <= write.lastLine
  );
}

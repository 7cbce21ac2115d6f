/** What our runtime did with a recorded program, in the recording's own terms. */
import type { Diagnostic } from "../src/workflow/diagnostic.ts";
import type { Effect, GuestValue, Outcome, Phase } from "../src/workflow/execution.ts";
import type { RunResult } from "../src/workflow/run-result.ts";

export type Observed = {
  readonly phase: Phase;
  readonly outcome: Outcome;
  readonly effects: readonly Effect[];
  readonly diagnostics: readonly Diagnostic[];
};

export function observe({ outcome, effects, diagnostics }: RunResult): Observed {
  if (outcome.kind === "unready") throw new Error("A recorded scenario was read as a project's texts.");
  return { phase: "phase" in outcome ? outcome.phase : "execute", outcome, effects, diagnostics };
}

export const claimsOf = (observed: Observed) => observed.effects.filter((effect) => effect.kind === "claim");
export const callsOf = (observed: Observed) => observed.effects.filter((effect) => effect.kind === "call");
export const logsOf = (observed: Observed) => observed.effects.filter((effect) => effect.kind === "log");
export type { GuestValue };

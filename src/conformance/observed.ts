/** What our runtime did with a vector, in the vector's own terms. */
import type { Diagnostic } from "../workflow/diagnostic.ts";
import type { Effect, GuestValue, Outcome } from "../workflow/execution.ts";

export type Observed = {
  readonly phase: "compile" | "introspect" | "execute";
  readonly outcome: Outcome;
  readonly effects: readonly Effect[];
  readonly diagnostics: readonly Diagnostic[];
};

export const claimsOf = (observed: Observed) => observed.effects.filter((effect) => effect.kind === "claim");
export const callsOf = (observed: Observed) => observed.effects.filter((effect) => effect.kind === "call");
export const logsOf = (observed: Observed) => observed.effects.filter((effect) => effect.kind === "log");
export type { GuestValue };

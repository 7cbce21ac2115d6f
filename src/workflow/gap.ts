/** What a run asked for and the scenario does not hold: no failure of the workflow, but something a person adds. */
import type { Position } from "./position.ts";

export type Gap = {
  readonly position?: Position;
  /** Whether the run ended for want of it. */
  readonly endsRun: boolean;
} /** `near`: why the mocks for its address do not answer it, in sentences. */ & (
  | { readonly kind: "mock"; readonly method: string; readonly url: string; readonly near?: string }
  | { readonly kind: "variable"; readonly name: string }
);

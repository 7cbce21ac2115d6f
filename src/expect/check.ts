/** One thing that is expected of a run, and whether it holds. */
import type { Position } from "../workflow/position.ts";
import type { TokenName } from "../workflow/token.ts";

export type Check = {
  readonly status: "holds" | "fails" | "unchecked";
  /** `outcome`, `message`, `claim`, `maxBytes`, … */
  readonly subject: "outcome" | "message" | "fields" | "mfa" | "calls" | "problems" | "claim" | "maxBytes";
  readonly token?: TokenName;
  /** The claim, or the form field. */
  readonly name?: string;
  /** "" where nothing is expected. */
  readonly expected: string;
  readonly got: string;
  /** Begins in lower case, so that it can follow a name. */
  readonly sentence: string;
  /** Where it was written or thrown. */
  readonly position?: Position;
};

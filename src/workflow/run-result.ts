/** Everything one run of a project shows: what the pipeline hands to the page. Plain data, safe to post between threads. */
import type { ClaimChange, ClaimsSet, ClaimWrite } from "./claim.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Effect, Outcome } from "./execution.ts";
import type { Gap } from "./gap.ts";
import type { Rule } from "./provenance.ts";
import type { WorkflowSettings } from "./settings.ts";
import type { TokenName } from "./token.ts";
import type { Trigger } from "./trigger.ts";

/** One token the trigger carries. `issuedText` is the exact claims set to sign; null when no token is issued. */
export type TokenResult = {
  readonly name: TokenName;
  readonly base: ClaimsSet;
  /** Sorted for display: rejected, added, replaced, emptied, removed, written but unchanged, unchanged. */
  readonly changes: readonly ClaimChange[];
  readonly issuedText: string | null;
};

/** What the sign-in (or the request for a token) does after the run. */
export type SignIn = {
  readonly kind: "continues" | "continues-after-failure" | "stopped" | "denied" | "not-started";
  /** One sentence for the person. */
  readonly sentence: string;
  readonly rule: Rule;
};

/** Wall-clock shares of one run, in milliseconds. */
export type Durations = {
  readonly transpileMs: number;
  readonly discoveryMs: number;
  readonly executionMs: number;
  readonly diffMs: number;
  readonly totalMs: number;
};

/** A part of the scenario that cannot be used as it stands, with its place in that part's text (1-based). */
export type ScenarioProblem = {
  readonly part: TokenName | "event" | "env" | "mocks";
  /** Which variable or mock, counted from 0; the place is then one in its name, URL or body. */
  readonly index?: number;
  readonly message: string;
  readonly line: number;
  readonly column: number;
};

export type RunResult = {
  readonly settings: WorkflowSettings;
  /** The trigger the run was for: the settings' own, else the default one. */
  readonly trigger: Trigger;
  readonly outcome: Outcome | { readonly kind: "unready"; readonly problems: readonly ScenarioProblem[] };
  readonly effects: readonly Effect[];
  readonly tokens: readonly TokenResult[];
  readonly signIn: SignIn;
  readonly diagnostics: readonly Diagnostic[];
  /** What the scenario lacks, where that was looked for. */
  readonly gaps: readonly Gap[];
  /** Where the source writes claims; absent where that was not looked for. */
  readonly claimWrites?: readonly ClaimWrite[];
  readonly durations: Durations;
};

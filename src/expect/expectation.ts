/** What is expected of one run: the outcome, the claims of its tokens, what it asked for and what is said about it. */
import type { TokenName } from "../workflow/token.ts";

export const OUTCOMES = ["completed", "denied", "failed", "interrupted", "never-settled"] as const;
export type ExpectedOutcome = (typeof OUTCOMES)[number];

export const CLAIM_STATES = ["added", "replaced", "emptied", "removed", "rejected", "unchanged", "absent"] as const;
export type ExpectedState = (typeof CLAIM_STATES)[number];

/** Values are JSON text, as everywhere. */
export type ClaimExpectation =
  | { readonly kind: "state"; readonly state: ExpectedState }
  /** The value in the issued token. */
  | { readonly kind: "is"; readonly json: string }
  /** A list's member, an object's members, or a part of a text. */
  | { readonly kind: "has"; readonly json: string }
  /** A part of a text, as `pattern.ts` reads patterns. */
  | { readonly kind: "matches"; readonly pattern: string };

export type TokenExpectation = {
  /** All that is expected of each claim must hold. */
  readonly claims: ReadonlyMap<string, readonly ClaimExpectation[]>;
  /** The state of every claim that is not named. */
  readonly others?: ExpectedState;
};

/** Plain data, safe to post between threads. */
export type Expectations = {
  readonly outcome: ExpectedOutcome;
  /** Stands in the error's message, or in the reason for which access is denied. */
  readonly message?: string;
  readonly tokens: { readonly [T in TokenName]?: TokenExpectation };
  /** The encoded token's size at most. */
  readonly maxBytes: { readonly [T in TokenName]?: number };
  /** Form field → a part of the message that is shown at it. */
  readonly fields?: ReadonlyMap<string, string>;
  /** The policy that was set last. */
  readonly mfa?: string;
  /** How many requests went out, or each of them in order: `POST https://…`, where a trailing `*` stands for any rest. */
  readonly calls?: number | readonly string[];
  /** Diagnostics that must be there, by their ids; `none`: neither an error nor a warning. */
  readonly problems?: "none" | readonly string[];
};

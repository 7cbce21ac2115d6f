/** What came out of one run, as data: the outcome and one ordered timeline of everything the workflow did. */
import type { Position } from "./position.ts";
import type { TokenName } from "./token.ts";

/**
 * A value as it left the engine, serialised once, by the rules recorded from production (a Date becomes RFC 3339 text, a Map pairs, …).
 * Where `problem` is null `text` is plain JSON. Otherwise `text` is JSON with marks for what JSON cannot hold
 * (`{"$number":"NaN"|"Infinity"|"-Infinity"|"-0"}`, `{"$bigint":"…"}`, `{"$function":"name"}`, `{"$cycle":true}`, `{"$searchParams":[[k,v]…]}`, `{"$truncated":bytes}`)
 * and `problem` says what and where.
 */
export type GuestValue = {
  readonly text: string;
  readonly problem: null | { readonly path: string; readonly reason: string };
};

export type LogLevel = "info" | "debug" | "warn" | "error";

/** One thing the workflow did, with the place it did it from (the nearest frame in the author's own files). */
export type Effect = { readonly position?: Position } & (
  | { readonly kind: "claim"; readonly token: TokenName; readonly name: string; readonly value: GuestValue }
  | { readonly kind: "log"; readonly level: LogLevel; readonly args: readonly GuestValue[] }
  /** Any host call besides `getCustomClaims` and `setCustomClaim`; `fn` as production names it: "kinde.fetch", "kinde.auth.denyAccess", … */
  | {
      readonly kind: "call";
      readonly fn: string;
      readonly args: readonly GuestValue[];
      /** What the host answered; absent when it answered null. `mock` tells which fetch mock (its index) did. */
      readonly answer?:
        | { readonly text: string; readonly mock?: number; readonly latencyMs?: number }
        /** `isMissing`: no mock answers the request. `near`: why those for its address do not. */
        | { readonly error: string; readonly mock?: number; readonly isMissing?: true; readonly near?: string };
    }
);

/** The steps of production at which a run can end. */
export type Phase = "compile" | "introspect" | "execute";

export type Frame = {
  readonly functionName: string;
  readonly position?: Position;
  /** Frames of the package and of our own glue are folded, not shown as the author's. */
  readonly origin: "author" | "package" | "glue";
};

/** The author's failure, as data. */
export type WorkflowError = {
  /** The error's class name as the engine has it, e.g. "TypeError"; "" when what was thrown is not an error. */
  readonly name: string;
  readonly message: string;
  /** The text Kinde's runtime log would show: the error's stack, or the value as a string. */
  readonly productionText: string;
  /** Where to look in the author's source: the first frame in the entry file, or the place of the syntax error. */
  readonly position?: Position;
  readonly frames: readonly Frame[];
  /** What to do about it, in one or two sentences. */
  readonly advice?: string;
};

export type Limit = "time" | "memory" | "stack" | "output";

export type Outcome =
  | { readonly kind: "completed"; readonly returned?: GuestValue }
  | { readonly kind: "failed"; readonly phase: Phase; readonly error: WorkflowError }
  | { readonly kind: "interrupted"; readonly phase: Phase; readonly limit: Limit; readonly error: WorkflowError }
  /** The default export's promise can never settle; production would hang (recorded). */
  | { readonly kind: "never-settled"; readonly error: WorkflowError };

/** What discovery found: the module evaluated with no bindings, its settings and default export read. */
export type Discovery = {
  /** Set when discovery itself failed; execution must not follow. */
  readonly failure?: Exclude<Outcome, { kind: "completed" }>;
  /** Set when the engine could not even parse the program. */
  readonly isUnparsable?: boolean;
  /** The exported `workflowSettings`; absent when there are none. */
  readonly settings?: GuestValue;
  /** How much of the duration counts for the limit: without what a busy machine made it wait. */
  readonly workedMs: number;
  readonly durationMs: number;
};

/** What execution did. */
export type Execution = {
  readonly outcome: Outcome;
  /** In order. What happened before a failure still counts. */
  readonly effects: readonly Effect[];
  readonly durationMs: number;
};

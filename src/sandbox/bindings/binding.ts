/** What a row of the bindings table is made of: the host functions that a name under `bindings` grants, and how they answer. */
import type { GuestValue } from "../../workflow/execution.ts";
import type { Json } from "../../workflow/json.ts";
import type { RunInput } from "../../workflow/run-input.ts";
import type { TokenName } from "../../workflow/token.ts";
import type { MockSearch } from "./mock-search.ts";

/** A host call as it arrived: its arguments as they left the engine. */
export type HostCall = {
  /** Parsed where they are plain JSON; null stands for arguments that are not. */
  readonly args: readonly Json[];
  readonly values: readonly GuestValue[];
  readonly input: RunInput;
  /** Null where only mocks for the very address are found. */
  readonly mocks: MockSearch | null;
};

/** What the host answers. `text` is JSON. */
export type HostAnswer =
  | { readonly kind: "value"; readonly text: string; readonly mock?: number; readonly latencyMs?: number }
  /** Thrown in the guest as production throws a Go error. */
  | {
      readonly kind: "error";
      readonly text: string;
      readonly mock?: number;
      readonly isMissing?: true;
      readonly near?: string;
    }
  /** Another sandbox, made with more, can answer. */
  | { readonly kind: "beyond" }
  /** The answer is what this member of the second argument returns when the guest calls it. */
  | { readonly kind: "callback"; readonly member: string };

export type HostFunction = (call: HostCall) => HostAnswer;

/** `fn` is the full name as production has it: "kinde.env.get". A binding grants what stands directly under its name. */
export type Binding =
  | { readonly kind: "calls"; readonly functions: { readonly [fn: string]: HostFunction }; readonly also?: string }
  | { readonly kind: "claims"; readonly token: TokenName }
  /** Made in the guest: a native module, or `console`. */
  | { readonly kind: "native"; readonly module: "console" | "url" | "util" };

/** Go functions that return nothing return null. */
export const NOTHING: HostAnswer = { kind: "value", text: "null" };

/** The answer for functions whose only effect is to be called. */
export const noted: HostFunction = () => NOTHING;

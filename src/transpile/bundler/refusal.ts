/** Why production would not run a program at all: what `transpile` finds before anything is evaluated. */
import type { WorkflowError } from "../../workflow/execution.ts";
import type { Position } from "../../workflow/position.ts";

export type Refusal = {
  /** `compile`: the bundler refuses. `introspect`: the engine cannot parse what the bundler wrote. */
  readonly phase: "compile" | "introspect";
  /** What is wrong, in the author's terms. */
  readonly message: string;
  /** What to write instead. */
  readonly advice?: string;
  /** The text production shows; the message when it is the bundler's own. */
  readonly productionText?: string;
  readonly position: Position;
};

export function errorOf(refusal: Refusal): WorkflowError {
  const { message, position, advice } = refusal;
  return {
    name: "SyntaxError",
    message,
    productionText: refusal.productionText ?? message,
    position,
    frames: [{ functionName: "", position, origin: "author" }],
    ...(advice === undefined ? {} : { advice }),
  };
}

/** Something worth saying about the source, at its place: why it will not do what it seems to, and what to write instead. */
import type { Position } from "./position.ts";
import type { Rule } from "./provenance.ts";

export type Diagnostic = {
  /** Stable and kebab-case, e.g. "nested-claim-mutation". */
  readonly id: string;
  readonly severity: "error" | "warning" | "info";
  readonly position: Position;
  /** End of the marked range, exclusive; the end of the word when absent. */
  readonly end?: { readonly line: number; readonly column: number };
  /** One sentence: what it is. */
  readonly message: string;
  /** One sentence: what to write instead. */
  readonly advice?: string;
  readonly rule?: Rule;
};

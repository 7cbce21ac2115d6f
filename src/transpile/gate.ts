/** Finds, in the parser's tokens, what production's bundler or engine would refuse, and what only the bundler writes exactly. */
import type { ParsedFile } from "./parse.ts";
import type { Names } from "./scope.ts";

export type SyntaxFinding =
  | {
      readonly kind: "refused";
      readonly phase: "compile" | "introspect";
      readonly message: string;
      readonly advice?: string;
      readonly productionText?: string;
      readonly tokenIndex: number;
    }
  | { readonly kind: "needs-bundler"; readonly construct: string; readonly tokenIndex: number };

export function checkSyntax(_parsed: ParsedFile, _names: Names): readonly SyntaxFinding[] {
  return [];
}

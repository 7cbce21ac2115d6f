/** The diagnostic whose words an error carries as its advice, or that says the same. */
import type { Diagnostic } from "../../../workflow/diagnostic.ts";
import type { WorkflowError } from "../../../workflow/execution.ts";

export function isExplainedBy({ message, advice, position }: WorkflowError, diagnostic: Diagnostic): boolean {
  const isSamePlace = diagnostic.position.file === position?.file && diagnostic.position.line === position.line;
  return isSamePlace && (diagnostic.message === message || advice?.startsWith(diagnostic.message) === true);
}

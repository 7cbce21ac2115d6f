/** What the type checker of the editor objects to, for the list of problems; empty until the full editor has come. */
import type { Position } from "../../workflow/position.ts";

export type TypeProblem = { readonly message: string; readonly position: Position };

let problems: readonly TypeProblem[] = [];
const listeners = new Set<() => void>();

export function typeProblems(): readonly TypeProblem[] {
  return problems;
}

export function onTypeProblems(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function setTypeProblems(next: readonly TypeProblem[]): void {
  if (next.length === 0 && problems.length === 0) return;
  problems = next;
  for (const listener of listeners) listener();
}

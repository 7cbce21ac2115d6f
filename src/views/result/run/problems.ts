/** Everything that went wrong or may go wrong, as one list: the error of the run, what the scenario lacks, and the diagnostics. */
import type { Diagnostic } from "../../../workflow/diagnostic.ts";
import type { Gap } from "../../../workflow/gap.ts";
import type { Position } from "../../../workflow/position.ts";
import type { Rule } from "../../../workflow/provenance.ts";
import type { RunResult, ScenarioProblem } from "../../../workflow/run-result.ts";
import type { Fixable } from "../../fixes/find-fixes.ts";
import type { TypeProblem } from "../../editor/type-problems.ts";
import { isExplainedBy } from "../failure/explaining-diagnostic.ts";
import { gapAdvice, gapSentence } from "../gaps/gap-text.ts";

export type Problem = {
  readonly severity: Diagnostic["severity"];
  readonly message: string;
  readonly advice?: string;
  readonly position?: Position;
  /** Set when the place is in the scenario and not in the source. */
  readonly scenario?: ScenarioProblem;
  readonly rule?: Rule;
  /** The diagnostic’s own. */
  readonly id?: string;
  /** What edits of the source may mend, where it is not the diagnostic itself. */
  readonly fixable?: Fixable;
  /** Set where the scenario lacks something that can be added. */
  readonly gap?: Gap;
};

export function fixableOf({ id, position, fixable }: Problem): Fixable | undefined {
  return fixable ?? (id !== undefined && position !== undefined ? { id, position } : undefined);
}

const SEVERITIES: readonly Diagnostic["severity"][] = ["error", "warning", "info"];

function isSamePlace(one: Position | undefined, other: Position | undefined): boolean {
  return one?.file === other?.file && one?.line === other?.line;
}

/** Kinde bundles without checking types, so that none of them keeps a workflow from running. */
export function withTypeProblems(
  problems: readonly Problem[],
  types: readonly TypeProblem[],
  { outcome }: RunResult,
): readonly Problem[] {
  if (outcome.kind !== "completed" && "phase" in outcome && outcome.phase === "compile") return problems;
  const told = types
    .filter(({ position }) => !problems.some((problem) => isSamePlace(problem.position, position)))
    .map(
      ({ message, position }): Problem => ({
        severity: "warning",
        message,
        advice: "A type error. Kinde runs this anyway: it does not check types.",
        position,
        fixable: { message, position },
      }),
    );
  const first = problems.filter(({ severity }) => severity !== "info");
  return [...first, ...told, ...problems.slice(first.length)];
}

/** The error first, then by severity and place. A diagnostic that the error repeats, or carries as its advice, is left out. */
export function problemsOf({ outcome, diagnostics, gaps }: RunResult): readonly Problem[] {
  const isGap = gaps.some(({ endsRun }) => endsRun);
  const missing = gaps.map(
    (gap): Problem => ({
      severity: "warning",
      message: `${gapSentence(gap)}.`,
      advice: gapAdvice(gap),
      gap,
      ...(gap.position ? { position: gap.position } : {}),
    }),
  );
  const found: Problem[] = [];
  if (outcome.kind === "unready") {
    found.push(
      ...outcome.problems.map((scenario): Problem => ({ severity: "error", message: scenario.message, scenario })),
    );
  } else if (outcome.kind !== "completed" && !isGap) {
    const { name, message, advice, position } = outcome.error;
    const cause = diagnostics.find((diagnostic) => isExplainedBy(outcome.error, diagnostic));
    found.push({
      severity: "error",
      message: name === "" ? message : `${name}: ${message}`,
      ...(advice ? { advice } : {}),
      ...(position ? { position } : {}),
      ...(cause ? { fixable: { id: cause.id, position: cause.position } } : {}),
    });
  }
  const repeats = (diagnostic: Diagnostic) =>
    outcome.kind !== "completed" && outcome.kind !== "unready" && isExplainedBy(outcome.error, diagnostic);
  const others = diagnostics
    .filter((diagnostic) => !repeats(diagnostic) && !(isGap && diagnostic.id === "unset-variable"))
    .toSorted(
      (one, other) =>
        SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
        one.position.file.localeCompare(other.position.file) ||
        one.position.line - other.position.line,
    );
  const errors = others.filter(({ severity }) => severity === "error");
  return [...found, ...errors, ...missing, ...others.slice(errors.length)];
}

/** What failed, in words: the card's title, its one line, and the place. */
import type { Outcome, WorkflowError } from "../../../workflow/execution.ts";
import type { Position } from "../../../workflow/position.ts";
import type { ScenarioProblem } from "../../../workflow/run-result.ts";
import { TOKENS } from "../../../workflow/token.ts";
import { gapSentence, gapTitle } from "../gaps/gap-text.ts";
import type { Failure } from "../shown-result.ts";

const LIMITS = {
  time: "The workflow ran out of time",
  memory: "The workflow ran out of memory",
  stack: "The workflow called itself too deeply",
  output: "The workflow wrote more than can be shown",
} as const;

const PARTS = { event: "Event", env: "Environment", mocks: "Mocks" } as const;

export function partLabel(part: ScenarioProblem["part"]): string {
  return part === "event" || part === "env" || part === "mocks" ? PARTS[part] : TOKENS[part].label;
}

function errorTitle(outcome: Exclude<Outcome, { kind: "completed" }>): string {
  switch (outcome.kind) {
    case "interrupted":
      return LIMITS[outcome.limit];
    case "never-settled":
      return "The workflow never finishes";
    case "failed":
      if (outcome.phase === "compile") return "The code cannot be bundled";
      if (outcome.phase === "introspect") return "The workflow fails as it is loaded, before it is run";
      return "The workflow failed";
  }
}

/** Name and message as the author's engine has them. */
export function errorText({ name, message }: WorkflowError): string {
  if (name === "") return message;
  return message === "" ? name : `${name}: ${message}`;
}

export function failureTitle(failure: Failure): string {
  switch (failure.kind) {
    case "error":
      return errorTitle(failure.outcome);
    case "gap":
      return gapTitle(failure.gaps);
    case "unready":
      return "The scenario cannot be used as it stands";
    case "hung":
      return "The run could not be stopped from inside";
    case "crashed":
      return "The workflow could not be run";
    case "stopped":
      return "You stopped the run";
  }
}

/** The failure as one line, for where a whole card has no room. */
export function failureLine(failure: Failure): string {
  if (failure.kind === "error") return `${errorTitle(failure.outcome)}: ${errorText(failure.outcome.error)}`;
  if (failure.kind === "gap") return failure.gaps.map(gapSentence).join(", ");
  if (failure.kind === "unready") {
    const [first] = failure.problems;
    return first ? `${partLabel(first.part)}, line ${first.line}: ${first.message}` : failureTitle(failure);
  }
  return failureTitle(failure);
}

export function failurePosition(failure: Failure): Position | null {
  if (failure.kind === "gap") return failure.gaps[0]?.position ?? null;
  return failure.kind === "error" ? (failure.outcome.error.position ?? null) : null;
}

/** The report of many scenarios as data: the page and the command line write the same bytes. */
import { indentJson } from "../workflow/indent-json.ts";
import { parseJson } from "../workflow/json.ts";
import { REDACTED } from "../workflow/redact-secrets.ts";
import type { RunResult } from "../workflow/run-result.ts";
import type { Check } from "./check.ts";
import { reachedBy, type Verdict } from "./verdict.ts";

export type ReportedPlace = { readonly file: string; readonly line: number; readonly column: number };

export type ReportedCheck = Omit<Check, "position"> & { readonly at?: ReportedPlace };

type ReportedProblem = ReportedPlace & {
  readonly id: string;
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
};

export type ReportedScenario = {
  readonly name: string;
  readonly status: Verdict["status"];
  readonly outcome: string;
  readonly checks: readonly ReportedCheck[];
  readonly problems: readonly ReportedProblem[];
};

export type ReportedWorkflow = {
  readonly name: string;
  readonly file: string;
  readonly trigger: string;
  /** Why its scenarios could not run; empty when they did. */
  readonly mistakes: readonly (ReportedPlace & { readonly message: string })[];
  readonly scenarios: readonly ReportedScenario[];
};

export type Report = {
  readonly version: 1;
  readonly holds: number;
  readonly fails: number;
  readonly unchecked: number;
  readonly workflows: readonly ReportedWorkflow[];
};

type RunToReport = {
  /** The scenario's. */
  readonly name: string;
  readonly verdict: Verdict;
  readonly result: RunResult;
  /** Whether a JSON text holds what no report may: the value of a secret. */
  readonly hidesIn: (json: string) => boolean;
};

/** A workflow in each of its scenarios, as they were run. */
export function reportedWorkflow(name: string, file: string, runs: readonly RunToReport[]): ReportedWorkflow {
  const trigger = runs[0]?.result.trigger ?? "";
  return { name, file, trigger, mistakes: [], scenarios: runs.map(reportedScenario) };
}

function reportedScenario({ name, verdict: { status, checks }, result, hidesIn }: RunToReport): ReportedScenario {
  const isHidden = (text: string) => hidesIn(JSON.stringify(text)) || (isJson(text) && hidesIn(text));
  const shown = (text: string) => (isHidden(text) ? REDACTED : text);
  return {
    name,
    status,
    outcome: reachedBy(result).outcome,
    checks: checks.map(({ position, ...check }) => ({
      ...check,
      ...(check.name === undefined ? {} : { name: shown(check.name) }),
      expected: shown(check.expected),
      got: shown(check.got),
      // It repeats what was expected and what was got.
      sentence: [check.expected, check.got, check.sentence].some(isHidden) ? REDACTED : check.sentence,
      ...(position ? { at: position } : {}),
    })),
    problems: result.diagnostics.map(({ id, severity, message, position: { file, line, column } }) => ({
      id,
      severity,
      message: shown(message),
      file,
      line,
      column,
    })),
  };
}

function isJson(text: string): boolean {
  try {
    parseJson(text);
    return true;
  } catch {
    return false;
  }
}

export function createReport(workflows: readonly ReportedWorkflow[]): Report {
  const count = (status: Verdict["status"]) =>
    workflows.flatMap(({ scenarios }) => scenarios).filter((scenario) => scenario.status === status).length;
  return { version: 1, holds: count("holds"), fails: count("fails"), unchecked: count("unchecked"), workflows };
}

export function reportText(report: Report): string {
  return `${indentJson(JSON.stringify(report))}\n`;
}

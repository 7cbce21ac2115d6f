/** The report of many scenarios as data: the page and the command line write the same bytes. */
import { indentJson } from "../workflow/indent-json.ts";
import type { RunResult } from "../workflow/run-result.ts";
import type { Check } from "./check.ts";
import { reachedBy, type Verdict } from "./verdict.ts";

export type ReportedPlace = { readonly file: string; readonly line: number; readonly column: number };

export type ReportedCheck = Omit<Check, "position"> & { readonly at?: ReportedPlace };

export type ReportedProblem = ReportedPlace & {
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

export function reportedScenario(name: string, { status, checks }: Verdict, result: RunResult): ReportedScenario {
  return {
    name,
    status,
    outcome: reachedBy(result).outcome,
    checks: checks.map(({ position, ...check }) => (position ? { ...check, at: position } : check)),
    problems: result.diagnostics.map(({ id, severity, message, position: { file, line, column } }) => ({
      id,
      severity,
      message,
      file,
      line,
      column,
    })),
  };
}

export function createReport(workflows: readonly ReportedWorkflow[]): Report {
  const count = (status: Verdict["status"]) =>
    workflows.flatMap(({ scenarios }) => scenarios).filter((scenario) => scenario.status === status).length;
  return { version: 1, holds: count("holds"), fails: count("fails"), unchecked: count("unchecked"), workflows };
}

export function reportText(report: Report): string {
  return `${indentJson(JSON.stringify(report))}\n`;
}

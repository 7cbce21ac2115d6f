/** The JSON report of a project's scenarios, byte for byte the one that `kinde-workflows test --reporter json` makes of its link. */
import { readExpectations } from "../../expect/read-expectations.ts";
import { createReport, type ReportedWorkflow, reportedWorkflow, reportText } from "../../expect/report.ts";
import { judge } from "../../expect/verdict.ts";
import { SCENARIO_FILE, scenariosText, workflowName } from "../../share/scenario-json/project-scenarios.ts";
import { readScenarioFile } from "../../share/scenario-json/read.ts";
import { entryFile, type Project } from "../../workflow/project.ts";
import { secretsIn } from "../../workflow/redact-secrets.ts";
import type { RunResult } from "../../workflow/run-result.ts";

/** @param resultOf null for a scenario that has no result: it stands in no report. */
export function reportOfRuns(project: Project, resultOf: (index: number) => RunResult | null): string {
  const file = entryFile(project.files)?.name ?? "Workflow.ts";
  return reportText(createReport([workflowOf(project, workflowName(file), file, resultOf)]));
}

function workflowOf(
  project: Project,
  name: string,
  file: string,
  resultOf: (index: number) => RunResult | null,
): ReportedWorkflow {
  const reading = readScenarioFile(scenariosText(project));
  if (reading.kind === "invalid") {
    const mistakes = reading.mistakes.map((mistake) => ({ file: SCENARIO_FILE, ...mistake }));
    return { name, file, trigger: "", mistakes, scenarios: [] };
  }
  const runs = project.scenarios.flatMap((scenario, index) => {
    const result = resultOf(index);
    const expected = readExpectations(scenario.expect);
    if (result === null || expected.kind === "invalid") return [];
    const verdict = judge(expected.expectations, result);
    return [{ name: scenario.name, verdict, result, hidesIn: secretsIn(scenario.env) }];
  });
  return reportedWorkflow(name, file, runs);
}

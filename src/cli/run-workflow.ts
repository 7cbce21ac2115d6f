/** Runs one workflow in each of its scenarios and judges every run. */
import { type ReportedWorkflow, reportedWorkflow } from "../expect/report.ts";
import { judge, type Verdict } from "../expect/verdict.ts";
import type { NodePreparer } from "../node/node-runner.ts";
import { type FileScenario, readScenarioFile, type ScenarioFile } from "../share/scenario-json/read.ts";
import { scenarioParts } from "../share/scenario-json/scenario-parts.ts";
import { createProject, type Project, type SourceFile } from "../workflow/project.ts";
import { secretsIn } from "../workflow/redact-secrets.ts";
import { emptyScenario } from "../workflow/scenario.ts";
import type { RunResult } from "../workflow/run-result.ts";

/** As in the page, in milliseconds. */
export const RUN_LIMIT_MS = 1_000;

export type WorkflowToRun = {
  readonly name: string;
  readonly files: readonly SourceFile[];
  readonly entry: string;
  /** How many workflows stand in its folder. */
  readonly neighbours: number;
  readonly scenarios: { readonly name: string; readonly text: string } | null;
};

type RunScenario = {
  readonly scenario: FileScenario;
  readonly project: Project;
  readonly result: RunResult;
  readonly verdict: Verdict;
  /** Whether a JSON text holds the value of a secret. */
  readonly hidesIn: (json: string) => boolean;
};

export type WorkflowRun = { readonly report: ReportedWorkflow; readonly runs: readonly RunScenario[] };

type RunWorkflowOptions = {
  /** Whether a scenario of that name is wanted. */
  readonly isWanted: (scenario: string) => boolean;
  /** The value of a secret variable; undefined when there is none. */
  readonly secret: (name: string) => string | undefined;
  readonly nowMs: number;
  readonly onRun: (scenario: string) => void;
};

/** Null when the scenarios beside it are those of another workflow. */
export async function runWorkflow(
  workflow: WorkflowToRun,
  prepare: NodePreparer,
  options: RunWorkflowOptions,
): Promise<WorkflowRun | null> {
  const { name, files, entry, scenarios } = workflow;
  const base = { name, file: entry };
  if (scenarios === null) return { report: { ...base, trigger: "", mistakes: [], scenarios: [] }, runs: [] };
  const reading = readScenarioFile(scenarios.text);
  if (reading.kind === "invalid") {
    const mistakes = reading.mistakes.map((mistake) => ({ file: scenarios.name, ...mistake }));
    return { report: { ...base, trigger: "", mistakes, scenarios: [] }, runs: [] };
  }
  const { file } = reading;
  if (file.workflow !== null && !entry.endsWith(`/${file.workflow}`) && entry !== file.workflow) return null;
  if (file.workflow === null && workflow.neighbours > 1) {
    const message = 'Several workflows stand in this folder. Say which one is meant: "workflow": "xWorkflow.ts".';
    const mistakes = [{ file: scenarios.name, line: 1, column: 1, message }];
    return { report: { ...base, trigger: "", mistakes, scenarios: [] }, runs: [] };
  }
  const runs = await runAll(file, files, prepare, options);
  const toReport = runs.map(({ scenario, ...run }) => ({ name: scenario.name, ...run }));
  return { report: reportedWorkflow(name, entry, toReport), runs };
}

async function runAll(
  file: ScenarioFile,
  files: readonly SourceFile[],
  prepare: NodePreparer,
  { isWanted, secret, nowMs, onRun }: RunWorkflowOptions,
): Promise<readonly RunScenario[]> {
  const options = { nowMs: file.nowMs ?? nowMs, timeoutMs: RUN_LIMIT_MS, grantConsole: true };
  const wanted = file.scenarios.filter(({ name }) => isWanted(name));
  if (wanted.length === 0) return [];
  // Which event and tokens there are is known only when the workflow has said its trigger.
  const runIn = await prepare(files, options);
  const { trigger } = runIn(emptyScenario());
  const all: RunScenario[] = [];
  for (const scenario of wanted) {
    onRun(scenario.name);
    const parts = scenarioParts(scenario, trigger, options.nowMs);
    const env = parts.env.map((variable) =>
      variable.isSecret ? { ...variable, value: secret(variable.name) ?? "" } : variable,
    );
    const project = createProject(files, { ...parts, env });
    const result = runIn(project.scenarios[0]);
    all.push({ scenario, project, result, verdict: judge(scenario.expectations, result), hidesIn: secretsIn(env) });
  }
  return all;
}

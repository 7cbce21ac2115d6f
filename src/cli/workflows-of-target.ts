/** The workflows that a command is to work on, each with its files and the scenarios beside it. */
import { findWorkflows, scenariosOf } from "./find-workflows.ts";
import { reachedFiles } from "../share/reached-files.ts";
import { SCENARIO_FILE, scenariosText, workflowName } from "../share/scenario-json/project-scenarios.ts";
import { entryFile, type Project } from "../workflow/project.ts";
import type { Folder } from "./folder.ts";
import type { WorkflowToRun } from "./run-workflow.ts";
import type { Target } from "./target.ts";

export function workflowsOf(target: Target): readonly WorkflowToRun[] {
  return target.kind === "link" ? [workflowOfLink(target.project)] : workflowsIn(target.folder, target.only);
}

function workflowsIn(folder: Folder, only: string | null): readonly WorkflowToRun[] {
  const found = findWorkflows(folder);
  const chosen = only === null ? found : found.filter(({ entry }) => entry === only);
  return chosen.map((workflow): WorkflowToRun => {
    const scenarios = scenariosOf(workflow, folder);
    return {
      name: workflow.name,
      entry: workflow.entry,
      files: reachedFiles(workflow.entry, folder),
      neighbours: found.filter((other) => other.folder === workflow.folder).length,
      scenarios: scenarios === null ? null : { name: scenarios, text: folder.read(scenarios) },
    };
  });
}

function workflowOfLink(project: Project): WorkflowToRun {
  const entry = entryFile(project.files)?.name ?? "Workflow.ts";
  const scenarios = { name: SCENARIO_FILE, text: scenariosText(project) };
  return { name: workflowName(entry), entry, files: project.files, neighbours: 1, scenarios };
}

/** `kinde-workflows link`: prints the share link of a workflow. */
import { encodeLink, LinkTooLargeError } from "../share/link.ts";
import { readScenarios } from "../share/scenario-json/project-scenarios.ts";
import { commonFolder, outsideOf, reachedFiles } from "../share/reached-files.ts";
import { createProject, type Project, type Scenarios } from "../workflow/project.ts";
import type { Arguments } from "./arguments.ts";
import { findWorkflows, type FoundWorkflow, scenariosOf } from "./find-workflows.ts";
import type { Folder } from "./folder.ts";
import type { CommandIo } from "./command-io.ts";
import { openTarget, TargetError } from "./target.ts";

/** @returns the exit status. @throws TargetError */
export function linkCommand({ targets, site }: Arguments, around: CommandIo): number {
  const target = openTarget(targets[0] ?? ".", around.cwd);
  if (target.kind === "link") throw new TargetError("link takes a file or a folder.");
  const { folder, only } = target;
  const [workflow, ...others] = findWorkflows(folder).filter(({ entry }) => only === null || entry === only);
  if (workflow === undefined)
    throw new TargetError("No workflow was found: no file’s name ends in Workflow.ts or Workflow.js.");
  if (others.length > 0) {
    const names = [workflow, ...others].map(({ entry }) => entry).join(", ");
    throw new TargetError(`There are several workflows. Name one of ${names}.`);
  }
  const reached = reachedFiles(workflow.entry, folder);
  const outside = outsideOf(workflow.folder, reached);
  const root = commonFolder([workflow.folder, ...outside.map(({ name }) => name)]);
  const files = reached
    .filter((file) => file.name.startsWith(workflow.folder) || outside.includes(file))
    .map(({ name, text }) => ({ name: name.slice(root.length), text }));
  const project = { files, scenarios: scenariosBeside(workflow, folder, files, around.nowMs()) };
  try {
    around.print(`${site?.replace(/#.*$/, "") ?? ""}#${encodeLink({ project })}\n`);
    return 0;
  } catch (error) {
    if (error instanceof LinkTooLargeError) throw new TargetError(error.message);
    throw error;
  }
}

/** @throws TargetError */
function scenariosBeside(workflow: FoundWorkflow, folder: Folder, files: Project["files"], nowMs: number): Scenarios {
  const name = scenariosOf(workflow, folder);
  const reading = name === null ? null : readScenarios(folder.read(name), { files }, nowMs);
  if (reading?.kind === "invalid") {
    const [first] = reading.mistakes;
    throw new TargetError(first ? `${name}:${first.line}:${first.column} ${first.message}` : `${name} cannot be read.`);
  }
  const isOther = reading?.workflow && `${workflow.folder}${reading.workflow}` !== workflow.entry;
  return reading === null || isOther ? createProject(files).scenarios : reading.scenarios;
}

/** `kinde-workflows test`: runs the scenarios of every workflow and reports what holds. */
import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { createReport, type Report, reportText } from "../expect/report.ts";
import { expectationsOfRun } from "../expect/expectations-of-run.ts";
import type { NodePreparer } from "../node/node-runner.ts";
import { encodeLink, LinkTooLargeError } from "../share/link.ts";
import { replaceExpectations } from "../share/scenario-json/replace-expectations.ts";
import type { Arguments } from "./arguments.ts";
import type { Folder } from "./folder.ts";
import { githubReport } from "./reporters/github-report.ts";
import { junitReport } from "./reporters/junit-report.ts";
import { colours, noColours, textReport } from "./reporters/text-report.ts";
import { runWorkflow, type WorkflowRun, type WorkflowToRun } from "./run-workflow.ts";
import type { CommandIo } from "./command-io.ts";
import { openTarget } from "./target.ts";
import { workflowsOf } from "./workflows-of-target.ts";

/** @returns the exit status. @throws TargetError */
export async function testCommand(args: Arguments, around: CommandIo, prepare: NodePreparer): Promise<number> {
  const target = openTarget(args.targets[0] ?? ".", around.cwd);
  const folder = target.kind === "folder" ? target.folder : null;
  const all = workflowsOf(target);
  const progress = createProgress(around);
  const runs: WorkflowRun[] = [];
  const missing = new Set<string>();
  for (const workflow of all) {
    const isNamed = isWanted(workflow.name, args.filter);
    const done = await runWorkflow(workflow, prepare, {
      isWanted: (scenario) => isNamed || isWanted(scenario, args.filter),
      secret(name) {
        if (around.env[name] === undefined) missing.add(name);
        return around.env[name];
      },
      nowMs: around.nowMs(),
      onRun: (scenario) => progress.show(`${workflow.name} › ${scenario}`),
    });
    if (done && (done.report.mistakes.length > 0 || done.runs.length > 0)) runs.push(done);
  }
  progress.clear();
  for (const name of missing) {
    around.error(`${name} is a secret variable and not set in the environment: its value is empty.\n`);
  }
  const report = createReport(runs.map((one) => one.report));
  around.print(written(report, args, around, folder, runs));
  if (args.update && folder !== null) update(folder, runs, around);
  return statusOf(report, all, args, around);
}

const isWanted = (name: string, filter: string) => name.toLowerCase().includes(filter.toLowerCase());

function written(
  report: Report,
  { reporter, site }: Arguments,
  around: CommandIo,
  folder: Folder | null,
  runs: readonly WorkflowRun[],
): string {
  switch (reporter) {
    case "json":
      return reportText(report);
    case "junit":
      return junitReport(report);
    case "github": {
      const inside = folder === null ? "" : relative(around.cwd, folder.path).replaceAll("\\", "/");
      return githubReport(report, inside === "" || inside.startsWith("..") ? "" : `${inside}/`);
    }
    case "text":
      return textReport(report, around.isColourful ? colours : noColours, (file, name) =>
        site === null ? null : addressOf(site, file, name, runs),
      );
  }
}

function addressOf(site: string, file: string, name: string, runs: readonly WorkflowRun[]): string | null {
  const workflow = runs.find(({ report }) => report.file === file);
  const project = workflow?.runs.find(({ scenario }) => scenario.name === name)?.project;
  if (project === undefined) return null;
  try {
    return `${site.replace(/#.*$/, "")}#${encodeLink({ project })}`;
  } catch (error) {
    if (error instanceof LinkTooLargeError) return null;
    throw error;
  }
}

function update(folder: Folder, runs: readonly WorkflowRun[], around: CommandIo): void {
  for (const { report, runs: scenarios } of runs) {
    const changed = scenarios.filter(({ verdict }) => verdict.status !== "holds");
    if (changed.length === 0) continue;
    const seen = changed.map(
      ({ scenario, result, hidesIn }) =>
        [scenario.name, expectationsOfRun(result, scenario.expectations, hidesIn)] as const,
    );
    const name = `${report.file.slice(0, report.file.lastIndexOf("/") + 1)}scenarios.json`;
    writeFileSync(join(folder.path, name), replaceExpectations(folder.read(name), new Map(seen)));
    around.error(`${name}: ${changed.length} updated\n`);
  }
}

function statusOf(
  report: Report,
  all: readonly WorkflowToRun[],
  { filter, failOnWarning, update: isUpdate }: Arguments,
  around: CommandIo,
): number {
  if (report.workflows.some(({ mistakes }) => mistakes.length > 0)) return 2;
  const scenarios = report.workflows.flatMap((workflow) => workflow.scenarios);
  if (scenarios.length === 0) {
    around.error(`${nothingFound(all, filter)}\n`);
    return 2;
  }
  const warnings = scenarios.flatMap(({ problems }) => problems).filter(({ severity }) => severity !== "info");
  if (failOnWarning && warnings.length > 0) {
    const lines = new Set(warnings.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`));
    around.error(`${[...lines].join("\n")}\n`);
    return 1;
  }
  return report.fails > 0 && !isUpdate ? 1 : 0;
}

function nothingFound(all: readonly WorkflowToRun[], filter: string): string {
  if (all.length === 0) return "No workflow was found: no file’s name ends in Workflow.ts or Workflow.js.";
  if (all.every(({ scenarios }) => scenarios === null)) {
    return `No scenarios.json was found beside ${all
      .map(({ entry }) => entry)
      .slice(0, 5)
      .join(", ")}.`;
  }
  return filter === ""
    ? "The scenarios.json files hold no scenario."
    : `No workflow and no scenario has “${filter}” in its name.`;
}

function createProgress({ isTerminal, error }: CommandIo) {
  let isShown = false;
  return {
    show(text: string) {
      if (!isTerminal) return;
      error(`\r\u001b[K${text.slice(0, 78)}`);
      isShown = true;
    },
    clear() {
      if (isShown) error("\r\u001b[K");
    },
  };
}

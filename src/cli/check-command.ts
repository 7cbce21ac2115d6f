/** `kinde-workflows check`: what is to be said about the source of each workflow, and of several together. */
import type { NodePreparer } from "../node/node-runner.ts";
import type { RunResult } from "../workflow/run-result.ts";
import { reachedFiles } from "../share/reached-files.ts";
import { emptyScenario } from "../workflow/scenario.ts";
import type { Arguments } from "./arguments.ts";
import { findWorkflows } from "./find-workflows.ts";
import { placeText } from "./reporters/text-report.ts";
import { RUN_LIMIT_MS } from "./run-workflow.ts";
import type { CommandIo } from "./command-io.ts";
import { openTarget, TargetError } from "./target.ts";

/** @returns the exit status. @throws TargetError */
export async function checkCommand(args: Arguments, around: CommandIo, prepare: NodePreparer): Promise<number> {
  const target = openTarget(args.targets[0] ?? ".", around.cwd);
  if (target.kind === "link") throw new TargetError("check takes a folder, not a link.");
  const { folder, only } = target;
  const found = findWorkflows(folder).filter(({ entry }) => only === null || entry === only);
  if (found.length === 0)
    throw new TargetError("No workflow was found: no file’s name ends in Workflow.ts or Workflow.js.");
  const options = { nowMs: around.nowMs(), timeoutMs: RUN_LIMIT_MS, grantConsole: true };
  const lines: string[] = [];
  const byTrigger = new Map<string, string>();
  let [errors, warnings] = [0, 0];
  const say = (severity: "error" | "warning" | "info", place: string, message: string) => {
    if (severity === "error") errors++;
    if (severity === "warning") warnings++;
    lines.push(`${severity.padEnd(7)} ${place}  ${message}`);
  };
  for (const workflow of found) {
    const runIn = await prepare(reachedFiles(workflow.entry, folder), options);
    const result = runIn(emptyScenario());
    const refusal = refusalIn(result);
    if (refusal) {
      const place = refusal.position ? placeText(refusal.position) : workflow.entry;
      say("error", place, `${refusal.message} Kinde would not deploy this workflow, and so none of the repository.`);
      continue;
    }
    for (const { severity, position, message } of result.diagnostics) say(severity, placeText(position), message);
    const { trigger } = result.settings;
    if (trigger === undefined) continue;
    const other = byTrigger.get(trigger);
    if (other !== undefined)
      say(
        "error",
        workflow.entry,
        `${other} has the trigger ${trigger} too; Kinde runs one workflow for each trigger.`,
      );
    else byTrigger.set(trigger, workflow.entry);
  }
  lines.push(`${found.length} workflows, ${errors} errors, ${warnings} warnings`);
  around.print(`${lines.join("\n")}\n`);
  return errors > 0 || (args.failOnWarning && warnings > 0) ? 1 : 0;
}

/** Why it would not be deployed; null when it would. What a run without mocks ends in is no matter here. */
function refusalIn({ outcome }: RunResult) {
  if (outcome.kind === "completed" || outcome.kind === "unready" || !("phase" in outcome)) return null;
  return outcome.phase === "execute" ? null : outcome.error;
}

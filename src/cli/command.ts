/** `kinde-workflows`: one command for scenarios, checks, links and embeds. */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createNodePreparer } from "../node/node-runner.ts";
import { type Arguments, HELP, readArguments } from "./arguments.ts";
import { checkCommand } from "./check-command.ts";
import { compareCommand } from "./compare-command.ts";
import { main as checkEmbeds } from "./embeds-command.ts";
import { linkCommand } from "./link-command.ts";
import type { CommandIo } from "./command-io.ts";
import { TargetError } from "./target.ts";
import { testCommand } from "./test-command.ts";
import { watchFolder } from "./watch.ts";

/** @returns the exit status: 0 all holds, 1 something fails, 2 could not run or found nothing. */
export async function runCommand(words: readonly string[], around: CommandIo): Promise<number> {
  const reading = readArguments(words);
  if (reading.kind === "help") {
    around.print(HELP);
    return 0;
  }
  if (reading.kind === "invalid") {
    around.error(`${reading.message}\n`);
    return 2;
  }
  const { args } = reading;
  switch (args.command) {
    case "embeds":
      return embeds(args.targets, around);
    case "link":
      return attempt(around, async () => linkCommand(args, around));
    case "check":
      return attempt(around, async () => checkCommand(args, around, await createNodePreparer()));
    case "compare":
      return attempt(around, async () => compareCommand(args, around, await createNodePreparer()));
    case "test":
      return test(args, around);
  }
}

async function test(args: Arguments, around: CommandIo): Promise<number> {
  const prepare = await createNodePreparer();
  const once = () => attempt(around, () => testCommand(args, around, prepare));
  const status = await once();
  if (args.watch) await watchFolder(args.targets[0] ?? ".", around, once);
  return status;
}

function embeds(files: readonly string[], around: CommandIo): Promise<number> {
  const paths = files.map((file) => resolve(around.cwd, file));
  return checkEmbeds(paths, pathToFileURL(around.cwd), (line) => around.print(`${line}\n`));
}

async function attempt(around: CommandIo, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof TargetError)) throw error;
    around.error(`${error.message}\n`);
    return 2;
  }
}

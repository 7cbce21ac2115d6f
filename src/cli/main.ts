#!/usr/bin/env node
/** Where `kinde-workflows` starts. */
import { runCommand } from "./command.ts";

const { stdout, stderr, env } = process;

process.exitCode = await runCommand(process.argv.slice(2), {
  cwd: process.cwd(),
  env,
  print: (text) => stdout.write(text),
  error: (text) => stderr.write(text),
  isColourful: stdout.isTTY === true && !env["NO_COLOR"],
  isTerminal: stderr.isTTY === true,
  nowMs: () => Date.now(),
});

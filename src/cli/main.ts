#!/usr/bin/env node
/** Where `kinde-workflows` starts. */
import { text } from "node:stream/consumers";
import { runCommand } from "./command.ts";

const { stdout, stderr, env } = process;

try {
  process.exitCode = await runCommand(process.argv.slice(2), {
    cwd: process.cwd(),
    env,
    print: (words) => stdout.write(words),
    error: (words) => stderr.write(words),
    readInput: () => text(process.stdin),
    isColourful: stdout.isTTY === true && !env["NO_COLOR"],
    isTerminal: stderr.isTTY === true,
    nowMs: () => Date.now(),
  });
} catch (error) {
  stderr.write(
    `kinde-workflows failed itself: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 2;
}

/** A folder and streams for the command, in a test. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runCommand } from "../src/cli/command.ts";

export function folderOf(files: { readonly [name: string]: string }): string {
  const root = mkdtempSync(join(tmpdir(), "kinde-workflows-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

export async function commandIn(
  cwd: string,
  words: readonly string[],
  env: { readonly [name: string]: string } = {},
  input = "",
) {
  let [out, errors] = ["", ""];
  const status = await runCommand(words, {
    cwd,
    env,
    print: (text) => {
      out += text;
    },
    error: (text) => {
      errors += text;
    },
    readInput: async () => input,
    isColourful: false,
    isTerminal: false,
    nowMs: () => Date.parse("2026-11-25T09:00:00Z"),
  });
  return { status, out, errors };
}

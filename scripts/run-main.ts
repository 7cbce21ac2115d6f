/** Runs a `main(args, root, print)` that runs workflows with the arguments of the command, and exits with its status. */
import { resolve } from "node:path";
import { makeDeepEngine } from "./deep-engine/deep-engine.ts";

type Main = (args: readonly string[], root: URL, print: (line: string) => void) => Promise<number>;

/** Files are named against the folder that the command was called in; flags begin with `--`. */
export async function runMain(main: Main): Promise<never> {
  await makeDeepEngine();
  const args = process.argv
    .slice(2)
    .map((arg) => (arg.startsWith("--") ? arg : resolve(process.env["INIT_CWD"] ?? ".", arg)));
  process.exit(await main(args, new URL("../", import.meta.url), (line) => console.log(line)));
}

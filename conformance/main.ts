/** The conformance command: runs recorded programs through the pipeline that the page's worker runs. */
import { createNodeRunner } from "../src/node/node-runner.ts";
import { OWN_FILES, ownFile, readCases } from "./read-cases.ts";
import { reportCases } from "./report.ts";

/**
 * @param args `[--syntax] [FILE…]`; without files the project's own copies of the recorded data.
 * @returns the exit status: 0 when all but the quirks agree.
 */
export async function main(args: readonly string[], root: URL, print: (line: string) => void): Promise<number> {
  const isSyntax = args.includes("--syntax");
  const named = args.filter((arg) => !arg.startsWith("--"));
  const run = await createNodeRunner();
  const casesOf = (names: readonly string[]) => names.flatMap((name) => readCases(ownFile(root, name)));
  const own = isSyntax ? OWN_FILES.syntax : OWN_FILES.programs;
  const cases = named.length > 0 ? named.flatMap(readCases) : casesOf(own);
  const { passed, failed, isComplete } = await reportCases(cases, run, print);
  print(`${passed} passed, ${failed} failed`);
  return isComplete ? 0 : 1;
}

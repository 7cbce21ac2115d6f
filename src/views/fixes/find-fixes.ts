/** The fix for whatever can be told of a source: a diagnostic of the run, or what the type checker objects to. */
import { allFixes, fixFor, fixForType } from "../../diagnose/fixes/fixes-for.ts";
import type { Fix } from "../../diagnose/fixes/fix.ts";
import type { Diagnostic } from "../../workflow/diagnostic.ts";
import type { SourceFile } from "../../workflow/project.ts";
import type { RunResult } from "../../workflow/run-result.ts";
import type { TypeProblem } from "../editor/type-problems.ts";

export { allFixes };

export type Fixable = Pick<Diagnostic, "id" | "position"> | TypeProblem;

export function findFix(fixable: Fixable, files: readonly SourceFile[], result: RunResult): Fix | null {
  return "id" in fixable ? fixFor(fixable, files, result) : fixForType(fixable, files);
}

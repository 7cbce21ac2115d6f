/** A project is what a person edits, keeps and shares: source files and the scenario they run in. */
import { emptyScenario, type ScenarioParts } from "./scenario.ts";

export type SourceFile = { readonly name: string; readonly text: string };

export type Project = ScenarioParts & {
  /** The entry is the first file whose name, without its ending, ends in `Workflow`. */
  readonly files: readonly SourceFile[];
};

/** The parts of the scenario that are not given stand at their seeds. */
export function createProject(files: readonly SourceFile[], parts: Partial<ScenarioParts> = {}): Project {
  return { files, ...emptyScenario(), ...parts };
}

/** The endings Kinde accepts for a workflow, and so the ones a file here may have. */
export const SOURCE_ENDINGS: readonly string[] = [".ts", ".tsx", ".js", ".jsx"];

/** The file Kinde would run: its name ends in `Workflow` before the ending (documented). Null when there is none. */
export function entryFile(files: readonly SourceFile[]): SourceFile | null {
  return files.find((file) => /Workflow\.(ts|tsx|js|jsx)$/.test(file.name)) ?? null;
}

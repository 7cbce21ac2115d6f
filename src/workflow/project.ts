/** A project is what a person edits, keeps and shares: source files and the scenario they run in. */
import { emptyScenario, type ScenarioParts } from "./scenario.ts";

export type SourceFile = { readonly name: string; readonly text: string };

export type Project = ScenarioParts & {
  /** Which one is the entry: `entryFile`. */
  readonly files: readonly SourceFile[];
};

/** The parts of the scenario that are not given stand at their seeds. */
export function createProject(files: readonly SourceFile[], parts: Partial<ScenarioParts> = {}): Project {
  return { files, ...emptyScenario(), ...parts };
}

/** The endings Kinde accepts for a workflow, and so the ones a file here may have. */
export const SOURCE_ENDINGS: readonly string[] = [".ts", ".tsx", ".js", ".jsx"];

/** Names of workflows: as documented and discovered; as the runtime discovers them too; as documented only. */
const ENTRY_NAMES: readonly RegExp[] = [/Workflow\.[tj]s$/, /workflow\.[tj]s$/i, /workflow\.[tj]sx$/i];

/** The file Kinde would run. Null when there is none. */
export function entryFile(files: readonly SourceFile[]): SourceFile | null {
  for (const names of ENTRY_NAMES) {
    const found = files.find(({ name }) => names.test(name));
    if (found) return found;
  }
  return null;
}

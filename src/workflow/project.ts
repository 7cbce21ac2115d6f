/** A project is what a person edits, keeps and shares: source files and the scenarios they run in. */
import { emptyScenario, FIRST_NAME, type Scenario, type ScenarioParts } from "./scenario.ts";

export type SourceFile = { readonly name: string; readonly text: string };

/** What one run needs of a project. */
export type RunSource = { readonly files: readonly SourceFile[]; readonly scenario: ScenarioParts };

export type Scenarios = readonly [Scenario, ...Scenario[]];

export type Project = {
  /** Which one is the entry: `entryFile`. */
  readonly files: readonly SourceFile[];
  readonly scenarios: Scenarios;
  readonly opened?: OpenedScenarios;
};

/** The `scenarios.json` that a project's scenarios were opened from: what it says in its own way is written back. */
export type OpenedScenarios = {
  readonly text: string;
  /** The clock at which it was read, in milliseconds since the epoch. */
  readonly nowMs: number;
  /** The file of another workflow in the same folder, where they are its scenarios and not this project's. */
  readonly ofWorkflow?: string;
};

/** A project of one scenario. The parts of it that are not given stand at their seeds. */
export function createProject(files: readonly SourceFile[], parts: Partial<Scenario> = {}): Project {
  return { files, scenarios: [{ name: FIRST_NAME, expect: "", ...emptyScenario(), ...parts }] };
}

export function mapScenarios(project: Project, change: (scenario: Scenario) => Scenario): Project {
  const [first, ...others] = project.scenarios;
  return { ...project, scenarios: [change(first), ...others.map(change)] };
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

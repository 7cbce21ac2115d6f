/** The scenario that is open on the page: the one that is edited, runs first and is shown. */
import type { Project } from "../workflow/project.ts";
import type { Scenario } from "../workflow/scenario.ts";

type Open = { readonly project: Project; readonly scenarioIndex: number };

export function activeScenario({ project, scenarioIndex }: Open): Scenario {
  return project.scenarios[scenarioIndex] ?? project.scenarios[0];
}

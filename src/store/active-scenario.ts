/** The scenario that is open on the page: the one that is edited, runs first and is shown; and whether there is more to see than it. */
import type { Project } from "../workflow/project.ts";
import type { Scenario } from "../workflow/scenario.ts";
import type { ViewState } from "./view-state.ts";

type Comparing = { readonly project: Project; readonly view: Pick<ViewState, "scenarioTab"> };
type Open = { readonly project: Project; readonly scenarioIndex: number };

export function activeScenario({ project, scenarioIndex }: Open): Scenario {
  return project.scenarios[scenarioIndex] ?? project.scenarios[0];
}

/** Whether scenarios are compared: a person with one, of which nothing is expected, sees nothing of it. */
export function comparesScenarios({ project: { scenarios }, view }: Comparing): boolean {
  return scenarios.length > 1 || scenarios[0].expect !== "" || view.scenarioTab === "expect";
}

/** An embed's scenarios before React: their tabs, or the place of the grid. */
import type { ReactNode } from "react";
import type { PlaygroundState } from "../../store/playground-store.ts";
import { TAB_LOOKS } from "../../views/parts/TabsMarkup.tsx";
import type { Project } from "../../workflow/project.ts";
import type { EmbedView } from "../embed-settings.ts";
import { GridPlace } from "./GridPlace.tsx";
import { ScenarioTabsMarkup, shownPlaces } from "./ScenarioTabsMarkup.tsx";

type FirstScenariosProps = {
  readonly state: PlaygroundState;
  readonly view: EmbedView;
  readonly children: ReactNode;
};

/** Which one is open at first: one that the reader sees. */
export function firstShown({ scenarios }: Project): number {
  return shownPlaces(scenarios)[0] ?? 0;
}

export function FirstScenarios({ state: { project, scenarioIndex }, view, children }: FirstScenariosProps) {
  if (view === "grid") return <GridPlace />;
  return (
    <ScenarioTabsMarkup
      scenarios={project.scenarios}
      open={scenarioIndex}
      statusOf={() => "waiting"}
      onChoose={() => undefined}
      elements={TAB_LOOKS}
    >
      {children}
    </ScenarioTabsMarkup>
  );
}

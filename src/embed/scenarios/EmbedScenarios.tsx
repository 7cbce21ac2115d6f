/** Several scenarios in an embed: tabs with what the open one did, or all of them in the grid. */
import { Tabs as Radix } from "radix-ui";
import { type ReactNode, useMemo } from "react";
import { scenarioCommands } from "../../store/edit-scenarios.ts";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import { Failures } from "../../views/scenario-grid/Failures.tsx";
import { useJudgedScenarios } from "../../views/scenario-grid/use-judged-scenarios.ts";
import type { EmbedView } from "../embed-settings.ts";
import { EmbedGrid } from "./EmbedGrid.tsx";
import { ScenarioTabsMarkup, shownPlaces } from "./ScenarioTabsMarkup.tsx";

type EmbedScenariosProps = {
  readonly view: EmbedView;
  /** What the open one did. */
  readonly children: ReactNode;
};

export function EmbedScenarios({ view, children }: EmbedScenariosProps) {
  const store = usePlaygroundStore();
  const judged = useJudgedScenarios();
  const open = usePlayground(({ scenarioIndex }) => scenarioIndex);
  const scenarios = usePlayground(({ project }) => project.scenarios);
  const shown = useMemo(() => shownPlaces(scenarios), [scenarios]);
  if (view === "grid") return <EmbedGrid judged={judged} shown={shown} open={open} />;
  const current = judged[open];
  return (
    <ScenarioTabsMarkup
      scenarios={scenarios}
      open={open}
      statusOf={(index) => judged[index]?.status ?? "waiting"}
      onChoose={(index) => scenarioCommands(store).choose(index)}
      elements={Radix}
    >
      {current && <Failures judged={[current]} isNamed={false} />}
      {children}
    </ScenarioTabsMarkup>
  );
}

/** The scenario: everything a run depends on besides the source, in parts, each of which can be reset alone; and what is expected of it. */
import { activeScenario, comparesScenarios } from "../../store/active-scenario.ts";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import { IconButton } from "../parts/IconButton.tsx";
import { lazyPart } from "../parts/lazy-part.tsx";
import { Tabs } from "../parts/Tabs.tsx";
import { AddScenario } from "./AddScenario.tsx";
import { EnvironmentPart } from "./EnvironmentPart.tsx";
import { EventPart } from "./EventPart.tsx";
import { MocksPart } from "./MocksPart.tsx";
import { ResetContext } from "./reset.ts";
import { scenarioTabs, wrongTabs } from "./scenario-tabs.tsx";
import { ScenarioList } from "./ScenarioList.tsx";
import { shownScenarioTab } from "./shown-trigger.ts";
import { TokensPart } from "./TokensPart.tsx";
import { useUndo } from "./use-undo.tsx";
import "./scenario-panel.css";

const ExpectPart = lazyPart(async () => (await import("./ExpectPart.tsx")).ExpectPart);

export function ScenarioPanel() {
  const store = usePlaygroundStore();
  const tab = usePlayground(shownScenarioTab);
  const variables = usePlayground((state) => activeScenario(state).env.length);
  const mocks = usePlayground((state) => activeScenario(state).mocks.length);
  const wrong = usePlayground(({ run }) => wrongTabs(run));
  const compares = usePlayground(comparesScenarios);
  const isAlone = usePlayground(({ project }) => project.scenarios.length === 1);
  /** What a part holds besides the scenario, such as a half-written row, is not the next one's. */
  const opened = usePlayground(({ openedCount, scenarioIndex, project }) =>
    isAlone ? "" : `${openedCount} ${project.scenarios[scenarioIndex]?.name}`,
  );
  const { reset, forget, note } = useUndo();

  return (
    <ResetContext value={reset}>
      <div className="scenario">
        <ScenarioList />
        <Tabs
          label="Parts of the scenario"
          value={tab}
          onChange={(next) => {
            forget();
            store.getState().setView({ scenarioTab: next });
          }}
          tabs={scenarioTabs(
            { variables, mocks, wrong, compares },
            {
              tokens: <TokensPart key={opened} />,
              event: <EventPart key={opened} />,
              environment: <EnvironmentPart key={opened} />,
              mocks: <MocksPart key={opened} />,
              expect: <ExpectPart key={opened} />,
            },
          )}
          trailing={
            <span className="scenario__end">
              {isAlone && <AddScenario />}
              <IconButton
                icon="undo"
                label="Reset the whole scenario"
                onClick={() =>
                  reset("The whole scenario was reset.", () => store.getState().setScenario(store.getState().defaults))
                }
              />
            </span>
          }
        />
        {note}
      </div>
    </ResetContext>
  );
}

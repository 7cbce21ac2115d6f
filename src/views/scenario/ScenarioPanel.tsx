/** The scenario: everything a run depends on besides the source, in four parts, each of which can be reset alone. */
import { useEffect, useState } from "react";
import { activeScenario } from "../../store/active-scenario.ts";
import { scenarioCommands } from "../../store/edit-scenarios.ts";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import type { Scenarios } from "../../workflow/project.ts";
import { Button } from "../parts/Button.tsx";
import { IconButton } from "../parts/IconButton.tsx";
import { Icon } from "../parts/icons.tsx";
import { Tabs } from "../parts/Tabs.tsx";
import { AddScenario } from "./AddScenario.tsx";
import { EnvironmentPart } from "./EnvironmentPart.tsx";
import { EventPart } from "./EventPart.tsx";
import { MocksPart } from "./MocksPart.tsx";
import { type Reset, ResetContext } from "./reset.ts";
import { scenarioTabs, wrongTabs } from "./scenario-tabs.tsx";
import { ScenarioList } from "./ScenarioList.tsx";
import { shownScenarioTab } from "./shown-trigger.ts";
import { TokensPart } from "./TokensPart.tsx";
import { undoOfReset } from "./undo-of-reset.ts";
import "./scenario-panel.css";

/** `after`: any later edit of a scenario ends the offer, so that undoing never loses one. */
type Undo = {
  readonly message: string;
  readonly before: Scenarios | null;
  readonly open: number;
  readonly after: Scenarios;
};

export function ScenarioPanel() {
  const store = usePlaygroundStore();
  const tab = usePlayground(shownScenarioTab);
  const variables = usePlayground((state) => activeScenario(state).env.length);
  const mocks = usePlayground((state) => activeScenario(state).mocks.length);
  const wrong = usePlayground(({ run }) => wrongTabs(run));
  const isAlone = usePlayground(({ project }) => project.scenarios.length === 1);
  /** What a part holds besides the scenario, such as a half-written row, is not the next one's. */
  const opened = usePlayground(({ openedCount, scenarioIndex, project }) =>
    isAlone ? "" : `${openedCount} ${project.scenarios[scenarioIndex]?.name}`,
  );
  const [undo, setUndo] = useState<Undo | null>(null);

  const reset: Reset = (message, act) => {
    const { project, scenarioIndex: open } = store.getState();
    const before = project.scenarios;
    act();
    const after = store.getState().project.scenarios;
    if (after === before) return setUndo(null);
    const { losesPasted, ...rest } = undoOfReset(before, after);
    setUndo({ message: losesPasted ? `${message} The pasted token is gone.` : message, ...rest, open, after });
  };

  function putBack(): void {
    if (undo?.before) scenarioCommands(store).set(undo.before, undo.open);
    setUndo(null);
  }

  useEffect(() => {
    if (undo === null) return;
    return store.subscribe((state) => {
      if (state.project.scenarios !== undo.after) setUndo(null);
    });
  }, [store, undo]);

  return (
    <ResetContext value={reset}>
      <div className="scenario">
        <ScenarioList />
        <Tabs
          label="Parts of the scenario"
          value={tab}
          onChange={(next) => {
            setUndo(null);
            store.getState().setView({ scenarioTab: next });
          }}
          tabs={scenarioTabs(
            { variables, mocks, wrong },
            {
              tokens: <TokensPart key={opened} />,
              event: <EventPart key={opened} />,
              environment: <EnvironmentPart key={opened} />,
              mocks: <MocksPart key={opened} />,
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
        <div role="status">
          {undo !== null && (
            <p className="scenario__undo">
              <span>{undo.message}</span>
              {undo.before !== null && (
                <Button look="quiet" onClick={putBack}>
                  <Icon name="undo" /> Undo
                </Button>
              )}
              <IconButton icon="close" label="Close this note" onClick={() => setUndo(null)} />
            </p>
          )}
        </div>
      </div>
    </ResetContext>
  );
}

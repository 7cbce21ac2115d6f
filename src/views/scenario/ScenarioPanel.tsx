/** The scenario: everything a run depends on besides the source, in four parts, each of which can be reset alone. */
import { useEffect, useState } from "react";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import { SCENARIO_PARTS, type ScenarioParts } from "../../workflow/scenario.ts";
import { Button } from "../parts/Button.tsx";
import { IconButton } from "../parts/IconButton.tsx";
import { Icon } from "../parts/icons.tsx";
import { Tabs } from "../parts/Tabs.tsx";
import { EnvironmentPart } from "./EnvironmentPart.tsx";
import { EventPart } from "./EventPart.tsx";
import { MocksPart } from "./MocksPart.tsx";
import { type Reset, ResetContext } from "./reset.ts";
import { scenarioTabs, wrongTabs } from "./scenario-tabs.tsx";
import { shownScenarioTab } from "./shown-trigger.ts";
import { TokensPart } from "./TokensPart.tsx";
import "./scenario-panel.css";

/** `after`: any later edit of the scenario ends the offer, so that undoing never loses one. */
type Undo = { readonly message: string; readonly before: ScenarioParts; readonly after: ScenarioParts };

function isSame(one: ScenarioParts, other: ScenarioParts): boolean {
  return SCENARIO_PARTS.every((part) => one[part] === other[part]);
}

export function ScenarioPanel() {
  const store = usePlaygroundStore();
  const tab = usePlayground(shownScenarioTab);
  const variables = usePlayground((state) => state.project.env.length);
  const mocks = usePlayground((state) => state.project.mocks.length);
  const wrong = usePlayground(({ run }) => wrongTabs(run));
  const [undo, setUndo] = useState<Undo | null>(null);

  const reset: Reset = (message, act) => {
    const before = store.getState().project;
    act();
    const after = store.getState().project;
    setUndo(after === before ? null : { message, before, after });
  };

  useEffect(() => {
    if (undo === null) return;
    return store.subscribe(({ project }) => {
      if (!isSame(project, undo.after)) setUndo(null);
    });
  }, [store, undo]);

  return (
    <ResetContext value={reset}>
      <div className="scenario">
        <Tabs
          label="Parts of the scenario"
          value={tab}
          onChange={(next) => {
            setUndo(null);
            store.getState().setView({ scenarioTab: next });
          }}
          tabs={scenarioTabs(
            { variables, mocks, wrong },
            { tokens: <TokensPart />, event: <EventPart />, environment: <EnvironmentPart />, mocks: <MocksPart /> },
          )}
          trailing={
            <IconButton
              icon="undo"
              label="Reset the whole scenario"
              onClick={() =>
                reset("The whole scenario was reset.", () => store.getState().setScenario(store.getState().defaults))
              }
            />
          }
        />
        <div role="status">
          {undo !== null && (
            <p className="scenario__undo">
              <span>{undo.message}</span>
              <Button
                look="quiet"
                onClick={() => {
                  store.getState().setScenario(undo.before);
                  setUndo(null);
                }}
              >
                <Icon name="undo" /> Undo
              </Button>
              <IconButton icon="close" label="Close this note" onClick={() => setUndo(null)} />
            </p>
          )}
        </div>
      </div>
    </ResetContext>
  );
}

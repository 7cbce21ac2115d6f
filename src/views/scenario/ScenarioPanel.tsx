/** The scenario: everything a run depends on besides the source, in four parts, each of which can be reset alone. */
import { useEffect, useState } from "react";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import type { ScenarioTab } from "../../store/view-state.ts";
import type { ScenarioProblem } from "../../workflow/run-result.ts";
import { SCENARIO_PARTS, type ScenarioParts } from "../../workflow/scenario.ts";
import { Button } from "../parts/Button.tsx";
import { IconButton } from "../parts/IconButton.tsx";
import { Icon } from "../parts/icons.tsx";
import { type Tab, Tabs } from "../parts/Tabs.tsx";
import { EnvironmentPart } from "./EnvironmentPart.tsx";
import { EventPart } from "./EventPart.tsx";
import { MocksPart } from "./MocksPart.tsx";
import { type Reset, ResetContext } from "./reset.ts";
import { shownScenarioTab } from "./shown-trigger.ts";
import { TokensPart } from "./TokensPart.tsx";
import "./scenario-panel.css";

const TAB_OF_PART: { readonly [P in ScenarioProblem["part"]]: ScenarioTab } = {
  accessToken: "tokens",
  idToken: "tokens",
  m2mToken: "tokens",
  event: "event",
  env: "environment",
  mocks: "mocks",
};

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
  const problems = usePlayground(({ run }) =>
    run.latest?.outcome.kind === "unready" ? run.latest.outcome.problems.map(({ part }) => TAB_OF_PART[part]) : [],
  );
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

  function part(
    value: ScenarioTab,
    label: string,
    rows: number,
    content: Tab<ScenarioTab>["content"],
  ): Tab<ScenarioTab> {
    const wrong = problems.filter((place) => place === value).length;
    const name = (
      <>
        {label}
        {wrong > 0 && <span className="only-read">, {wrong === 1 ? "1 problem" : `${wrong} problems`}</span>}
      </>
    );
    return wrong > 0
      ? { value, label: name, count: wrong, tone: "rejected", content }
      : { value, label: name, count: rows, content };
  }

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
          tabs={[
            part("tokens", "Base tokens", 0, <TokensPart />),
            part("event", "Event", 0, <EventPart />),
            part("environment", "Environment", variables, <EnvironmentPart />),
            part("mocks", "Mocks", mocks, <MocksPart />),
          ]}
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

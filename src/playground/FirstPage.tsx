/** The page before React: the same frame, the source as highlighted text, and the first result, of the same markup. */
import type { ReactNode } from "react";
import { DEFAULT_EXAMPLE } from "../examples/default-example.ts";
import { activeScenario, comparesScenarios } from "../store/active-scenario.ts";
import type { PlaygroundState } from "../store/playground-store.ts";
import type { ResultTab } from "../store/view-state.ts";
import { drawStatic, redrawStatic } from "../views/first-paint/draw-static.ts";
import { FirstCode } from "../views/first-paint/FirstCode.tsx";
import { FirstResult, FirstSummary } from "../views/first-paint/FirstResult.tsx";
import type { RareResults } from "../views/first-paint/load-rare-results.ts";
import { TabsLooks } from "../views/first-paint/tabs-looks.tsx";
import { HeaderMarkup } from "../views/header/HeaderMarkup.tsx";
import { PickerButton } from "../views/header/PickerButton.tsx";
import { RunControlsMarkup, SwitchLooks } from "../views/header/RunControlsMarkup.tsx";
import { RunStatusMarkup } from "../views/header/RunStatusMarkup.tsx";
import { THEME_ICONS } from "../views/header/theme-icons.ts";
import { IconButtonMarkup } from "../views/parts/IconButtonMarkup.tsx";
import { runTabs, SCENARIOS_TAB, shownRunTab } from "../views/result/run/run-tabs.ts";
import { newestResult } from "../views/result/shown-result.ts";
import { ALL_TABS } from "../views/result/TokenPanelMarkup.tsx";
import { scenarioTabs, wrongTabs } from "../views/scenario/scenario-tabs.tsx";
import { AddScenarioMarkup } from "../views/scenario/AddScenarioMarkup.tsx";
import { shownScenarioTab } from "../views/scenario/shown-trigger.ts";
import { ShareButton } from "../views/share/ShareButton.tsx";
import { NARROW_CLAIMS, NARROW_JWT } from "./narrow-tabs.ts";
import { NarrowPageMarkup, PageMarkup, type PanelGroupProps, type PanelPart, WidePageMarkup } from "./PageMarkup.tsx";
import { type PanelLayout, usableLayout } from "./panel-layout.ts";
import { SheetMarkup } from "./SheetMarkup.tsx";
import { titleOfProject } from "./title-of-project.ts";
import "./first-paint.css";
import "./panel-group.css";

type FirstPageProps = {
  readonly state: PlaygroundState;
  readonly isNarrow: boolean;
  /** What stands between the header and the rest when a link was opened. */
  readonly note: ReactNode;
  readonly rare: RareResults | null;
};

export function FirstPage({ state, isNarrow, note, rare }: FirstPageProps) {
  const result = (tabs: readonly ResultTab[], hasSummary: boolean) => (
    <SheetMarkup label="Result">
      <FirstResult state={state} tabs={tabs} hasSummary={hasSummary} rare={rare} />
    </SheetMarkup>
  );
  const code = (
    <SheetMarkup label="Code">
      <FirstCode state={state} isNarrow={isNarrow} rare={rare} />
    </SheetMarkup>
  );
  const scenario = (
    <SheetMarkup label="Scenario">
      <FirstScenario state={state} />
    </SheetMarkup>
  );
  const newest = newestResult(state.run);
  const run = (
    <SheetMarkup label="Run">
      <TabsLooks
        className="run"
        value={shownRunTab(state)}
        tabs={runTabs(
          newest,
          (newest && rare?.problemsOf(newest)) ?? [],
          LATER,
          comparesScenarios(state) && SCENARIOS_TAB,
        )}
      />
    </SheetMarkup>
  );
  const main = isNarrow ? (
    <NarrowPageMarkup
      tab={state.view.narrowTab}
      onTab={() => undefined}
      Tabs={TabsLooks}
      summary={<FirstSummary state={state} rare={rare} />}
      views={{ code, scenario, claims: result(NARROW_CLAIMS, false), jwt: result(NARROW_JWT, false), run }}
    />
  ) : (
    <WidePageMarkup
      Group={(group) => <FirstGroup {...group} layout={usableLayout(group.name, state.view.layouts[group.name])} />}
      sheets={{ Code: code, Scenario: scenario, Result: result(ALL_TABS, true), Run: run }}
    />
  );
  return <PageMarkup header={<FirstHeader state={state} />} note={note} main={main} isBusy />;
}

/** What stands in these tabs comes with React. */
const LATER = { run: null, console: null, calls: null, problems: null, scenarios: null };
const LATER_SCENARIO = { tokens: null, event: null, environment: null, mocks: null, expect: null };

function FirstScenario({ state }: Pick<FirstPageProps, "state">) {
  const { project, run } = state;
  const isAlone = project.scenarios.length === 1;
  const { env, mocks } = activeScenario(state);
  const counts = {
    variables: env.length,
    mocks: mocks.length,
    wrong: wrongTabs(run),
    compares: comparesScenarios(state),
  };
  return (
    <div className="scenario">
      {isAlone ? null : <div className="scenario-list" />}
      <TabsLooks
        value={shownScenarioTab(state)}
        tabs={scenarioTabs(counts, LATER_SCENARIO)}
        trailing={
          <span className="scenario__end">
            {isAlone ? <AddScenarioMarkup /> : null}
            <IconButtonMarkup icon="undo" label="Reset the whole scenario" />
          </span>
        }
      />
      <div />
    </div>
  );
}

function FirstHeader({ state: { origin, run, view } }: Pick<FirstPageProps, "state">) {
  return (
    <HeaderMarkup
      picker={<PickerButton current={titleOfProject(origin, [DEFAULT_EXAMPLE])} />}
      trigger={run.latest?.trigger ?? null}
      status={<RunStatusMarkup run={run} />}
      controls={<RunControlsMarkup isStoppable={false} autoSwitch={<SwitchLooks isOn={view.autoRun} />} />}
      actions={
        <>
          <ShareButton />
          <IconButtonMarkup icon="download" label="Download" />
          <p className="only-read" />
          <IconButtonMarkup icon="trash" label="Clear everything" />
          <IconButtonMarkup icon={THEME_ICONS[view.theme]} label="Theme" />
          <IconButtonMarkup className="header__shortcuts" icon="help" label="Keyboard shortcuts" />
        </>
      }
    />
  );
}

/** The panels' shares, before the panel library gives them. */
function FirstGroup({ orientation, panels, layout }: PanelGroupProps & { readonly layout: PanelLayout }) {
  const panel = ({ id, content }: PanelPart) => (
    <div className="first-group__panel" style={{ flexGrow: layout[id] }}>
      <div className="first-group__content">{content}</div>
    </div>
  );
  return (
    <div className={`panel-group first-group first-group--${orientation}`}>
      {panel(panels[0])}
      <div className={`divider divider--${orientation}`} />
      {panel(panels[1])}
    </div>
  );
}

/** What a result changes; the code, which the reader may have scrolled, stays. */
const CHANGED_BY_A_RESULT = [".header__run", ".file-tabs__list", ".scenario", ".result", ".run", ".narrow-summary"];

/** @returns what draws a result in its place. */
export function drawFirstPage(
  root: HTMLElement,
  first: Omit<FirstPageProps, "rare">,
): (state: PlaygroundState, rare: RareResults | null) => void {
  root.replaceChildren(...drawStatic(<FirstPage {...first} rare={null} />));
  return (state, rare) => redrawStatic(root, <FirstPage {...first} state={state} rare={rare} />, CHANGED_BY_A_RESULT);
}

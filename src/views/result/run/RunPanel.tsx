/** What the run did: its outcome and durations, the console, the calls to the host, and the problems found. */
import { useSyncExternalStore } from "react";
import { comparesScenarios } from "../../../store/active-scenario.ts";
import { usePlayground, usePlaygroundStore } from "../../../store/use-playground.ts";
import { onTypeProblems, typeProblems } from "../../editor/type-problems.ts";
import { lazyPart } from "../../parts/lazy-part.tsx";
import { Tabs } from "../../parts/Tabs.tsx";
import { useShownResult } from "../use-shown-result.ts";
import { CallList } from "./CallList.tsx";
import { ConsoleList } from "./ConsoleList.tsx";
import { ProblemList } from "./ProblemList.tsx";
import { problemsOf, withTypeProblems } from "./problems.ts";
import { RunOverview } from "./RunOverview.tsx";
import { runTabs, SCENARIOS_TAB, shownRunTab } from "./run-tabs.ts";
import "./run.css";

const ScenarioGrid = lazyPart(async () => (await import("../../scenario-grid/ScenarioGrid.tsx")).ScenarioGrid);
const ScenariosLabel = lazyPart(
  async () => (await import("../../scenario-grid/ScenariosLabel.tsx")).ScenariosLabel,
  () => SCENARIOS_TAB,
  false,
);

export function RunPanel() {
  const store = usePlaygroundStore();
  const tab = usePlayground(shownRunTab);
  const compares = usePlayground(comparesScenarios);
  const { newest, failure } = useShownResult();
  const effects = newest?.effects ?? [];
  const types = useSyncExternalStore(onTypeProblems, typeProblems, typeProblems);
  const problems = newest ? withTypeProblems(problemsOf(newest), types, newest) : [];
  return (
    <Tabs
      label="Run views"
      className="run"
      value={tab}
      onChange={(runTab) => store.getState().setView({ runTab })}
      tabs={runTabs(
        newest,
        problems,
        {
          run: <RunOverview result={newest} failure={failure} />,
          console: <ConsoleList logs={effects.filter((effect) => effect.kind === "log")} />,
          calls: <CallList calls={effects.filter((effect) => effect.kind === "call")} />,
          problems: <ProblemList problems={problems} />,
          scenarios: <ScenarioGrid />,
        },
        compares && <ScenariosLabel />,
      )}
    />
  );
}

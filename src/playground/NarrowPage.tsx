/** The page on a narrow screen: the summary line always, and one of five views at a time. */
import { usePlayground, usePlaygroundStore } from "../store/use-playground.ts";
import { EditorPanel } from "../views/editor/EditorPanel.tsx";
import { ErrorBoundary } from "../views/parts/ErrorBoundary.tsx";
import { Tabs } from "../views/parts/Tabs.tsx";
import { ResultPanel } from "../views/result/ResultPanel.tsx";
import { ResultSummary } from "../views/result/ResultSummary.tsx";
import { RunPanel } from "../views/result/run/RunPanel.tsx";
import { ScenarioPanel } from "../views/scenario/ScenarioPanel.tsx";
import { Sheet } from "./Sheet.tsx";

export function NarrowPage() {
  const store = usePlaygroundStore();
  const tab = usePlayground((state) => state.view.narrowTab);
  return (
    <>
      <div className="narrow-summary">
        <ErrorBoundary view="summary">
          <ResultSummary />
        </ErrorBoundary>
      </div>
      <div className="sheet">
        <Tabs
          label="Views"
          className="narrow-tabs"
          value={tab}
          onChange={(narrowTab) => store.getState().setView({ narrowTab })}
          tabs={[
            {
              value: "code",
              label: "Code",
              keepMounted: true,
              content: <Sheet label="Code" view={<EditorPanel />} />,
            },
            { value: "scenario", label: "Scenario", content: <Sheet label="Scenario" view={<ScenarioPanel />} /> },
            {
              value: "claims",
              label: "Claims",
              content: <Sheet label="Result" view={<ResultPanel tabs={["claims", "json"]} hasSummary={false} />} />,
            },
            {
              value: "jwt",
              label: "JWT",
              content: <Sheet label="Result" view={<ResultPanel tabs={["jwt"]} hasSummary={false} />} />,
            },
            { value: "run", label: "Run", content: <Sheet label="Run" view={<RunPanel />} /> },
          ]}
        />
      </div>
    </>
  );
}

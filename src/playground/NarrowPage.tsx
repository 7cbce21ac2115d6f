/** The page on a narrow screen: the summary line always, and one of five views at a time. */
import { usePlayground, usePlaygroundStore } from "../store/use-playground.ts";
import { EditorPanel } from "../views/editor/EditorPanel.tsx";
import { ErrorBoundary } from "../views/parts/ErrorBoundary.tsx";
import { Tabs } from "../views/parts/Tabs.tsx";
import { ResultPanel } from "../views/result/ResultPanel.tsx";
import { ResultSummary } from "../views/result/ResultSummary.tsx";
import { RunPanel } from "../views/result/run/RunPanel.tsx";
import { ScenarioPanel } from "../views/scenario/ScenarioPanel.tsx";
import { NARROW_CLAIMS, NARROW_JWT } from "./narrow-tabs.ts";
import { NarrowPageMarkup } from "./PageMarkup.tsx";
import { Sheet } from "./Sheet.tsx";

export function NarrowPage() {
  const store = usePlaygroundStore();
  const tab = usePlayground((state) => state.view.narrowTab);
  return (
    <NarrowPageMarkup
      tab={tab}
      onTab={(narrowTab) => store.getState().setView({ narrowTab })}
      Tabs={Tabs}
      summary={
        <ErrorBoundary view="summary">
          <ResultSummary />
        </ErrorBoundary>
      }
      views={{
        code: <Sheet label="Code" view={<EditorPanel />} />,
        scenario: <Sheet label="Scenario" view={<ScenarioPanel />} />,
        claims: <Sheet label="Result" view={<ResultPanel tabs={NARROW_CLAIMS} hasSummary={false} />} />,
        jwt: <Sheet label="Result" view={<ResultPanel tabs={NARROW_JWT} hasSummary={false} />} />,
        run: <Sheet label="Run" view={<RunPanel />} />,
      }}
    />
  );
}

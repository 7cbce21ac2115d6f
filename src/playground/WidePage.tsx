/** The page on a wide screen: cause on the left, effect on the right. */
import { EditorPanel } from "../views/editor/EditorPanel.tsx";
import { ResultPanel } from "../views/result/ResultPanel.tsx";
import { RunPanel } from "../views/result/run/RunPanel.tsx";
import { ScenarioPanel } from "../views/scenario/ScenarioPanel.tsx";
import { WidePageMarkup } from "./PageMarkup.tsx";
import { PanelGroup } from "./PanelGroup.tsx";
import { Sheet } from "./Sheet.tsx";

export function WidePage() {
  return (
    <WidePageMarkup
      Group={PanelGroup}
      sheets={{
        Code: <Sheet label="Code" view={<EditorPanel />} />,
        Scenario: <Sheet label="Scenario" view={<ScenarioPanel />} />,
        Result: <Sheet label="Result" view={<ResultPanel />} />,
        Run: <Sheet label="Run" view={<RunPanel />} />,
      }}
    />
  );
}

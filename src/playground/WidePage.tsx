/** The page on a wide screen: cause on the left, effect on the right. */
import { EditorPanel } from "../views/editor/EditorPanel.tsx";
import { ResultPanel } from "../views/result/ResultPanel.tsx";
import { RunPanel } from "../views/result/run/RunPanel.tsx";
import { ScenarioPanel } from "../views/scenario/ScenarioPanel.tsx";
import { PanelGroup } from "./PanelGroup.tsx";
import { Sheet } from "./Sheet.tsx";

export function WidePage() {
  const input = (
    <PanelGroup
      name="in"
      orientation="vertical"
      dividerLabel="Height of the code"
      panels={[
        { id: "code", minSize: "120px", content: <Sheet label="Code" view={<EditorPanel />} /> },
        { id: "scenario", minSize: "88px", content: <Sheet label="Scenario" view={<ScenarioPanel />} /> },
      ]}
    />
  );
  const output = (
    <PanelGroup
      name="out"
      orientation="vertical"
      dividerLabel="Height of the result"
      panels={[
        { id: "result", minSize: "140px", content: <Sheet label="Result" view={<ResultPanel />} /> },
        { id: "run", minSize: "88px", content: <Sheet label="Run" view={<RunPanel />} /> },
      ]}
    />
  );
  return (
    <PanelGroup
      name="columns"
      orientation="horizontal"
      dividerLabel="Width of the input"
      panels={[
        { id: "in", minSize: "320px", content: input },
        { id: "out", minSize: "360px", content: output },
      ]}
    />
  );
}

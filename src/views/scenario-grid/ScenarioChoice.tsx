/** On a narrow page one scenario is seen at a time: this chooses which. */
import { toVisibleText } from "../parts/visible-pieces.ts";
import { type JudgedScenario, STATUS_LOOKS } from "./judged-scenarios.ts";

type ScenarioChoiceProps = {
  readonly judged: readonly JudgedScenario[];
  readonly shown: number;
  readonly onChoose: (index: number) => void;
};

export function ScenarioChoice({ judged, shown, onChoose }: ScenarioChoiceProps) {
  return (
    <label className="scenario-grid__choice">
      Scenario{" "}
      <select className="field" value={shown} onChange={({ target }) => onChoose(Number(target.value))}>
        {judged.map(({ name, status }, index) => (
          <option key={name} value={index}>
            {STATUS_LOOKS[status].sign} {toVisibleText(name)}
          </option>
        ))}
      </select>
    </label>
  );
}

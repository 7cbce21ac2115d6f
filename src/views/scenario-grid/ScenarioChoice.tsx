/** Where there is room for one scenario at a time: this chooses which. */
import { toVisibleText } from "../parts/visible-pieces.ts";
import type { JudgedScenario } from "./judged-scenarios.ts";
import { STATUS_LOOKS } from "./status-looks.ts";

type ScenarioChoiceProps = {
  readonly judged: readonly JudgedScenario[];
  /** The places in the list that can be chosen. */
  readonly choices: readonly number[];
  readonly shown: number;
  readonly onChoose: (index: number) => void;
};

export function ScenarioChoice({ judged, choices, shown, onChoose }: ScenarioChoiceProps) {
  return (
    <label className="scenario-grid__choice">
      Scenario{" "}
      <select className="field" value={shown} onChange={({ target }) => onChoose(Number(target.value))}>
        {choices.map((index) => {
          const { name = "", status = "waiting" } = judged[index] ?? {};
          return (
            <option key={name} value={index}>
              {STATUS_LOOKS[status].sign} {toVisibleText(name)}
            </option>
          );
        })}
      </select>
    </label>
  );
}

/** What is expected of the open scenario, as the JSON that `scenarios.json` holds for it. */
import { readExpectations } from "../../expect/read-expectations.ts";
import { activeScenario } from "../../store/active-scenario.ts";
import { scenarioCommands } from "../../store/edit-scenarios.ts";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import { Button } from "../parts/Button.tsx";
import { VisibleText } from "../parts/VisibleText.tsx";
import { toVisibleText } from "../parts/visible-pieces.ts";
import { expectSeen } from "./expect-seen.ts";
import { JsonEditor, type TextMistake } from "./JsonEditor.tsx";
import { useReset } from "./reset.ts";

function findMistake(text: string): TextMistake | null {
  const reading = readExpectations(text);
  return reading.kind === "ok" ? null : (reading.mistakes[0] ?? null);
}

export function ExpectPart() {
  const store = usePlaygroundStore();
  const reset = useReset();
  const index = usePlayground(({ scenarioIndex }) => scenarioIndex);
  const { name, expect } = usePlayground(activeScenario);
  const { expect: write } = scenarioCommands(store);
  return (
    <div className="scenario-part">
      <div className="scenario-part__bar">
        <h3 className="scenario-part__title">
          Expected of{" "}
          <code>
            <VisibleText text={name} />
          </code>
        </h3>
        <span className="scenario-part__end">
          <Button look="quiet" onClick={() => expectSeen(store, [index], reset)}>
            Expect what I see
          </Button>
          <Button
            look="quiet"
            disabled={expect === ""}
            onClick={() => reset("Nothing is expected any more.", () => write(new Map([[index, ""]])))}
          >
            Expect nothing
          </Button>
        </span>
      </div>
      {expect === "" && (
        <p className="scenario-part__note">
          Nothing is expected, so nothing is checked. Write, for example,{" "}
          <code>{'{ "accessToken": { "plan": "added", "*": "unchanged" } }'}</code>.
        </p>
      )}
      <JsonEditor
        label={`What is expected of ${toVisibleText(name)}, as JSON`}
        text={expect}
        check={findMistake}
        onText={(next) => write(new Map([[index, next]]))}
      />
    </div>
  );
}

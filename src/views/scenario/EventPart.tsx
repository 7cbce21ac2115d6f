/** What the default export is called with: the event of the workflow's trigger, with one's own edits kept for each trigger. */
import { useMemo } from "react";
import { activeScenario } from "../../store/active-scenario.ts";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import { seedEvent } from "../../workflow/event.ts";
import { isJsonObject } from "../../workflow/json.ts";
import { parseJsonText } from "../../workflow/parse-json-text.ts";
import { TRIGGER_NAMES, TRIGGERS } from "../../workflow/trigger.ts";
import { Button } from "../parts/Button.tsx";
import { VisibleText } from "../parts/VisibleText.tsx";
import { eventVariants, eventWith } from "./event-variants.ts";
import { JsonEditor, type TextMistake } from "./JsonEditor.tsx";
import { useReset } from "./reset.ts";
import { roundedNumbers } from "./rounded-numbers.ts";
import { shownTrigger } from "./shown-trigger.ts";
import { VariantMenu } from "./VariantMenu.tsx";

const MOST_ROUNDED = 3;
const MOST_DIGITS = 40;

function findMistake(text: string): TextMistake | null {
  const reading = parseJsonText(text, "unique");
  if (reading.kind === "invalid") return reading;
  if (reading.value === null || isJsonObject(reading.value)) return null;
  return { message: "An event is a JSON object, or null to call the workflow without one.", line: 1, column: 1 };
}

export function EventPart() {
  const store = usePlaygroundStore();
  const reset = useReset();
  const trigger = usePlayground((state) => shownTrigger(state.run));
  const draft = usePlayground((state) => activeScenario(state).events[trigger]);
  const isEdited = usePlayground((state) => activeScenario(state).events[trigger] !== state.defaults.events[trigger]);
  const others = usePlayground((state) =>
    TRIGGER_NAMES.filter((name) => name !== trigger && activeScenario(state).events[name] !== undefined),
  );

  const text = draft ?? seedEvent(trigger);
  const rounded = useMemo(() => (findMistake(text) === null ? roundedNumbers(text, MOST_ROUNDED) : []), [text]);

  return (
    <div className="scenario-part">
      <div className="scenario-part__bar">
        <h3 className="scenario-part__title">
          <code>{trigger}</code> · {TRIGGERS[trigger].title}
        </h3>
        {isEdited && <span className="scenario-part__badge">edited</span>}
        <span className="scenario-part__end">
          <VariantMenu
            of="the event"
            variants={eventVariants(trigger)}
            onUse={(variant) =>
              reset(`The event is now: ${variant.title}.`, () =>
                store.getState().setEvent(trigger, eventWith(variant, trigger, text)),
              )
            }
          />
          <Button
            look="quiet"
            disabled={!isEdited}
            aria-label="Reset the event"
            onClick={() =>
              reset("The event was reset.", () => {
                const { defaults, setEvent } = store.getState();
                setEvent(trigger, defaults.events[trigger] ?? null);
              })
            }
          >
            Reset
          </Button>
        </span>
      </div>
      <p className="scenario-part__note">What the workflow’s function is called with.</p>
      {others.length > 0 && (
        <p className="scenario-part__note">Your events for other triggers are kept: {others.join(", ")}.</p>
      )}
      <JsonEditor
        key={trigger}
        label={`Event for ${trigger} as JSON`}
        text={text}
        check={findMistake}
        onText={(next) => store.getState().setEvent(trigger, next)}
      />
      {rounded.map(({ written, got }) => (
        <p className="scenario-part__note" key={written}>
          The workflow gets <VisibleText text={`${got} for ${written.slice(0, MOST_DIGITS)}`} />: JavaScript has no such
          number.
        </p>
      ))}
    </div>
  );
}

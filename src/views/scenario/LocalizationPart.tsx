/** The texts that `getLocalization` finds, by key: below the environment, for few workflows read any. */
import { useRef } from "react";
import { activeScenario } from "../../store/active-scenario.ts";
import { scenarioCommands } from "../../store/edit-scenarios.ts";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import type { LocalizationDraft } from "../../workflow/scenario.ts";
import { Button } from "../parts/Button.tsx";
import { IconButton } from "../parts/IconButton.tsx";
import { Icon } from "../parts/icons.tsx";
import { GrowingRows } from "./GrowingRows.tsx";
import { isEditedList } from "./is-edited.ts";
import { ResetList } from "./ResetList.tsx";
import { useReset } from "./reset.ts";
import "./rows.css";

export function LocalizationPart() {
  const store = usePlaygroundStore();
  const reset = useReset();
  const texts = usePlayground((state) => activeScenario(state).localization);
  const isEdited = usePlayground((state) =>
    isEditedList(activeScenario(state).localization, state.defaults.localization),
  );
  const list = useRef<HTMLElement>(null);
  const { edit } = scenarioCommands(store);
  const write = (localization: readonly LocalizationDraft[]) => edit({ localization });
  const read = () => activeScenario(store.getState()).localization;

  function add(): void {
    write([...read(), { key: "", text: "" }]);
    requestAnimationFrame(() => [...(list.current?.querySelectorAll<HTMLElement>(".text__key") ?? [])].at(-1)?.focus());
  }

  function remove(index: number): void {
    reset(`${texts[index]?.key || "The text"} was deleted.`, () => write(read().filter((_, at) => at !== index)));
    list.current?.querySelector<HTMLElement>("button")?.focus();
  }

  return (
    <section className="texts" aria-label="Localization" ref={list}>
      <div className="texts__bar">
        <Button onClick={add}>
          <Icon name="plus" /> Add a text
        </Button>
        <ResetList
          isEdited={isEdited}
          label="Reset the texts"
          onReset={() => reset("The texts were reset.", () => write(store.getState().defaults.localization))}
        />
      </div>
      <p className="muted">
        What <code>getLocalization</code> finds by key, with the binding <code>kinde.localization</code>; null for any
        other key.
      </p>
      <GrowingRows
        count={texts.length}
        batch={40}
        row={(index) => {
          const draft = texts[index];
          return (
            draft && (
              <TextRow
                // A text has no identity but its place; keys change as one types.
                key={index}
                draft={draft}
                number={index + 1}
                isRepeated={texts.findIndex(({ key }) => key === draft.key) < index}
                onChange={(next) => write(read().map((item, at) => (at === index ? { ...item, ...next } : item)))}
                onDelete={() => remove(index)}
              />
            )
          );
        }}
      />
    </section>
  );
}

type TextRowProps = {
  readonly draft: LocalizationDraft;
  /** Its place in the list, counted from 1. */
  readonly number: number;
  readonly isRepeated: boolean;
  readonly onChange: (next: Partial<LocalizationDraft>) => void;
  readonly onDelete: () => void;
};

function TextRow({ draft: { key, text }, number, isRepeated, onChange, onDelete }: TextRowProps) {
  const called = key === "" ? `text ${number}` : key;
  return (
    <fieldset className="text" aria-label={called}>
      <input
        className="field field--code text__key"
        aria-label={`Key of text ${number}`}
        aria-invalid={isRepeated}
        placeholder="password.mismatch"
        value={key}
        onChange={(event) => onChange({ key: event.target.value })}
        autoCapitalize="off"
        autoComplete="off"
        spellCheck={false}
      />
      <textarea
        className="field text__text"
        aria-label={`Words of ${called}`}
        rows={1}
        value={text}
        onChange={(event) => onChange({ text: event.target.value })}
      />
      <IconButton icon="trash" label={`Delete ${called}`} onClick={onDelete} />
      {isRepeated && (
        <p className="scenario-part__complaint text__complaint">
          There is already a text with this key: the last one counts.
        </p>
      )}
    </fieldset>
  );
}

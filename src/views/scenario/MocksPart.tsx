/** Mocks: how the outside world answers `kinde.fetch`. No request ever leaves the page. */
import { DropdownMenu } from "radix-ui";
import { useRef } from "react";
import { activeScenario } from "../../store/active-scenario.ts";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import { parseFetchMocks } from "../../workflow/detailed-mock.ts";
import { seedEvent } from "../../workflow/event.ts";
import { parseJsonText } from "../../workflow/parse-json-text.ts";
import type { FetchMockDraft } from "../../workflow/scenario.ts";
import { Button } from "../parts/Button.tsx";
import { Icon } from "../parts/icons.tsx";
import { MenuContent, MenuItem } from "../parts/Menu.tsx";
import { answeringMocks } from "./answering-mocks.ts";
import { GrowingRows } from "./GrowingRows.tsx";
import { isEditedList } from "./is-edited.ts";
import { MockRow } from "./MockRow.tsx";
import { MOCK_PRESETS, type MockPreset, subjectOf } from "./mock-presets.ts";
import { ResetList } from "./ResetList.tsx";
import { useReset } from "./reset.ts";
import { shownTrigger } from "./shown-trigger.ts";
import "./rows.css";

const NEW_MOCK: FetchMockDraft = {
  method: "GET",
  url: "",
  status: 200,
  answer: "json",
  body: "{}",
  latencyMs: 0,
};

export function MocksPart() {
  const store = usePlaygroundStore();
  const reset = useReset();
  const mocks = usePlayground((state) => activeScenario(state).mocks);
  const isEdited = usePlayground((state) => isEditedList(activeScenario(state).mocks, state.defaults.mocks));
  const answered = usePlayground(({ run }) => answeringMocks(run.latest?.effects ?? []));
  const hasRun = usePlayground(({ run }) => run.latest !== null);
  const list = useRef<HTMLDivElement>(null);
  const { setMocks } = store.getState();

  function change(index: number, next: Partial<FetchMockDraft>): void {
    setMocks(activeScenario(store.getState()).mocks.map((mock, at) => (at === index ? { ...mock, ...next } : mock)));
  }

  function add(mock: FetchMockDraft): void {
    setMocks([...activeScenario(store.getState()).mocks, mock]);
    // After the menu has given the focus back.
    setTimeout(() => {
      const urls = list.current?.querySelectorAll<HTMLInputElement>(".mock__url");
      urls?.[urls.length - 1]?.focus();
    });
  }

  function addPreset(preset: MockPreset): void {
    const state = store.getState();
    const trigger = shownTrigger(state.run);
    const event = parseJsonText(activeScenario(state).events[trigger] ?? seedEvent(trigger));
    add(preset.mock(subjectOf(event.kind === "ok" ? event.value : null)));
  }

  function raise(index: number): void {
    const all = activeScenario(store.getState()).mocks;
    const [above, mock] = all.slice(index - 1, index + 1);
    if (above && mock) setMocks([...all.slice(0, index - 1), mock, above, ...all.slice(index + 1)]);
    list.current?.querySelectorAll<HTMLElement>(".mock__url")[index - 1]?.focus();
  }

  function remove(index: number): void {
    reset(`Mock ${index + 1} was deleted.`, () =>
      setMocks(activeScenario(store.getState()).mocks.filter((_, at) => at !== index)),
    );
    list.current?.querySelector<HTMLElement>(".scenario-part__add")?.focus();
  }

  return (
    <div className="scenario-part" ref={list}>
      <div className="scenario-part__bar">
        <Button className="scenario-part__add" onClick={() => add(NEW_MOCK)}>
          <Icon name="plus" /> Add a mock
        </Button>
        <PresetMenu onChoose={addPreset} />
        <ResetList
          isEdited={isEdited}
          label="Reset the mocks"
          onReset={() => reset("The mocks were reset.", () => setMocks(store.getState().defaults.mocks))}
        />
      </div>
      <div className="scenario-part__list">
        <p className="muted">
          What answers the workflow’s requests: none leaves this page, so each URL that it fetches needs a mock. The
          very address comes before one with <code>{"{name}"}</code> for a part of the path or <code>*</code> for any
          rest; of several for one address the first that fits answers, such as a failure for 1 request and then the
          answer.
        </p>
        <GrowingRows
          count={mocks.length}
          batch={20}
          row={(index) => {
            const mock = mocks[index];
            return (
              mock && (
                <MockRow
                  // A mock has no identity but its place; URLs change as one types.
                  key={index}
                  mock={mock}
                  number={index + 1}
                  complaint={complaintAbout(mock)}
                  answered={hasRun ? answered.filter((at) => at === index).length : null}
                  onChange={(next) => change(index, next)}
                  onRaise={index === 0 ? null : () => raise(index)}
                  onDelete={() => remove(index)}
                />
              )
            );
          }}
        />
      </div>
    </div>
  );
}

function PresetMenu({ onChoose }: { readonly onChoose: (preset: MockPreset) => void }) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <Button look="quiet">
          Add a preset… <Icon name="chevron-down" />
        </Button>
      </DropdownMenu.Trigger>
      <MenuContent align="start">
        <DropdownMenu.Label className="menu__label">Kinde’s Management API</DropdownMenu.Label>
        {MOCK_PRESETS.map((preset) => (
          <MenuItem key={preset.title} onSelect={() => onChoose(preset)}>
            {preset.title}
          </MenuItem>
        ))}
      </MenuContent>
    </DropdownMenu.Root>
  );
}

/** What is wrong with the request or the numbers; a mistake in a JSON body is shown in the body itself. */
function complaintAbout(mock: FetchMockDraft): string | null {
  const [problem] = parseFetchMocks([mock.answer === "json" ? { ...mock, body: "null" } : mock]).problems;
  return problem?.message.replace(/^Mock 1( \(.*\))? needs/, "Needs") ?? null;
}

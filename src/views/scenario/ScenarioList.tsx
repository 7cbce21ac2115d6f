/** The scenarios over the parts of the open one: choose, rename, order and delete. One that is alone has no list. */
import { DropdownMenu, ToggleGroup } from "radix-ui";
import { type KeyboardEvent, useState } from "react";
import { scenarioCommands } from "../../store/edit-scenarios.ts";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import { LONGEST_NAME } from "../../workflow/scenario.ts";
import { Button } from "../parts/Button.tsx";
import { Icon } from "../parts/icons.tsx";
import { RenameForm } from "../parts/RenameForm.tsx";
import { VisibleText } from "../parts/VisibleText.tsx";
import { toVisibleText } from "../parts/visible-pieces.ts";
import { MenuContent, MenuItem } from "../parts/Menu.tsx";
import { AddScenario } from "./AddScenario.tsx";
import { focusOpenScenario, SCENARIO_NAMES } from "./focus-open-scenario.ts";
import { useReset } from "./reset.ts";
import "./scenario-list.css";

export function ScenarioList() {
  const store = usePlaygroundStore();
  const names = usePlayground(({ project }) => project.scenarios.map(({ name }) => name));
  const index = usePlayground(({ scenarioIndex }) => scenarioIndex);
  const [renamed, setRenamed] = useState<string | null>(null);
  const reset = useReset();
  const scenarios = scenarioCommands(store);
  const name = names[index] ?? "";

  function remove(at: number): void {
    reset(`${toVisibleText(names[at] ?? "")} was deleted.`, () => scenarios.remove(at));
    focusOpenScenario();
  }

  function onKey(event: KeyboardEvent, at: number): void {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key === "F2") setRenamed(names[at] ?? null);
    else if (event.key === "Delete") remove(at);
    else if (event.altKey && step !== undefined) scenarios.move(at, at + step);
    else return;
    event.preventDefault();
    focusOpenScenario();
  }

  if (names.length < 2) return null;
  if (renamed !== null && renamed === name) {
    return (
      <RenameForm
        name={name}
        longest={LONGEST_NAME}
        className="scenario-list"
        fieldClassName="scenario-list__field"
        onDone={(next) => {
          if (next !== null) scenarios.rename(index, next);
          setRenamed(null);
          focusOpenScenario();
        }}
      />
    );
  }
  return (
    <div className="scenario-list">
      <ToggleGroup.Root
        className={`token-choice ${SCENARIO_NAMES}`}
        type="single"
        value={name}
        onValueChange={(next) => next && scenarios.choose(names.indexOf(next))}
        aria-label="Scenarios"
      >
        {names.map((each, at) => (
          <ToggleGroup.Item
            key={each}
            ref={at === index ? scrollIntoSight : null}
            className="token-choice__item"
            value={each}
            onDoubleClick={() => setRenamed(each)}
            onKeyDown={(event) => onKey(event, at)}
          >
            <VisibleText text={each} />
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
      <ScenarioMenu
        name={name}
        onRename={() => setRenamed(name)}
        onLeft={index === 0 ? null : () => scenarios.move(index, index - 1)}
        onRight={index === names.length - 1 ? null : () => scenarios.move(index, index + 1)}
        onDelete={() => remove(index)}
      />
      <AddScenario />
    </div>
  );
}

type ScenarioMenuProps = {
  /** Of the open scenario. */
  readonly name: string;
  readonly onRename: () => void;
  /** Null for the first. */
  readonly onLeft: (() => void) | null;
  /** Null for the last. */
  readonly onRight: (() => void) | null;
  readonly onDelete: () => void;
};

function ScenarioMenu({ name, onRename, onLeft, onRight, onDelete }: ScenarioMenuProps) {
  const shownName = toVisibleText(name);
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <Button look="quiet" className="icon-button" aria-label={`Actions for ${shownName}`}>
          <Icon name="more" />
        </Button>
      </DropdownMenu.Trigger>
      <MenuContent
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          focusOpenScenario();
        }}
      >
        <MenuItem onSelect={onRename}>
          <Icon name="pencil" /> Rename {shownName} <kbd className="scenario-list__key">F2</kbd>
        </MenuItem>
        <MenuItem disabled={onLeft === null} onSelect={() => onLeft?.()}>
          Move to the left <kbd className="scenario-list__key">Alt+←</kbd>
        </MenuItem>
        <MenuItem disabled={onRight === null} onSelect={() => onRight?.()}>
          Move to the right <kbd className="scenario-list__key">Alt+→</kbd>
        </MenuItem>
        <MenuItem onSelect={onDelete}>
          <Icon name="trash" /> Delete {shownName}
        </MenuItem>
      </MenuContent>
    </DropdownMenu.Root>
  );
}

function scrollIntoSight(item: HTMLElement | null): void {
  item?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

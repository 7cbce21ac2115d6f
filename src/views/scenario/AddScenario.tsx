/** Adds a scenario: a copy of the open one, as it is or as another person or circumstance. */
import { DropdownMenu } from "radix-ui";
import { activeScenario, comparesScenarios } from "../../store/active-scenario.ts";
import { scenarioCommands } from "../../store/edit-scenarios.ts";
import type { RunState } from "../../store/playground-store.ts";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import { MOST_SCENARIOS, type Scenario } from "../../workflow/scenario.ts";
import { Icon } from "../parts/icons.tsx";
import { loadPart } from "../parts/load-part.ts";
import { toVisibleText } from "../parts/visible-pieces.ts";
import { MenuContent, MenuItem } from "../parts/Menu.tsx";
import { AddScenarioMarkup } from "./AddScenarioMarkup.tsx";
import { answeringMocks } from "./answering-mocks.ts";
import { focusOpenScenario } from "./focus-open-scenario.ts";
import { failuresFor, type Persona, peopleFor } from "./personas.ts";
import { useReset } from "./reset.ts";
import { shownTrigger } from "./shown-trigger.ts";

export function AddScenario() {
  const store = usePlaygroundStore();
  const count = usePlayground(({ project }) => project.scenarios.length);
  const isFull = count >= MOST_SCENARIOS;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <AddScenarioMarkup disabled={isFull} title={isFull ? `There can be ${MOST_SCENARIOS} scenarios.` : undefined} />
      </DropdownMenu.Trigger>
      <MenuContent
        onCloseAutoFocus={(event) => {
          // Where a list came with the second one, this button is gone.
          if (store.getState().project.scenarios.length === count) return;
          event.preventDefault();
          focusOpenScenario();
        }}
      >
        <Choices />
      </MenuContent>
    </DropdownMenu.Root>
  );
}

function Choices() {
  const store = usePlaygroundStore();
  const state = store.getState();
  const trigger = shownTrigger(state.run);
  const open = activeScenario(state);
  const [first] = state.project.scenarios;
  const reset = useReset();

  async function expectOpen(): Promise<void> {
    const { expectSeen } = await loadPart(() => import("./expect-seen.ts"));
    expectSeen(store, [store.getState().scenarioIndex], reset);
    store.getState().setView({ scenarioTab: "expect" });
  }

  return (
    <>
      <MenuItem onSelect={() => scenarioCommands(store).add()}>
        <Icon name="copy" /> A copy of {toVisibleText(open.name)}
      </MenuItem>
      {!comparesScenarios(state) && (
        <MenuItem onSelect={() => void expectOpen()}>
          <Icon name="check" /> Expect what I see
        </MenuItem>
      )}
      <Personas under={first} personas={peopleFor(trigger, first, state.nowMs)} />
      <Personas under={open} personas={failuresFor(open, askedMocks(state.run))} />
    </>
  );
}

/** Those of the newest run, and of the newest that completed: half-typed code asks for nothing. */
function askedMocks({ latest, lastGood }: RunState): ReadonlySet<number> | null {
  if (latest === null) return null;
  return new Set([...answeringMocks(latest.effects), ...answeringMocks(lastGood?.effects ?? [])]);
}

function Personas({ under, personas }: { readonly under: Scenario; readonly personas: readonly Persona[] }) {
  const { add } = scenarioCommands(usePlaygroundStore());
  if (personas.length === 0) return null;
  return (
    <DropdownMenu.Group>
      <DropdownMenu.Separator className="menu__separator" />
      <DropdownMenu.Label className="menu__label">As {toVisibleText(under.name)}, but</DropdownMenu.Label>
      {personas.map(({ name, change }) => (
        <MenuItem key={name} onSelect={() => add({ ...under, ...change, expect: "", name: toVisibleText(name) })}>
          {toVisibleText(name)}
        </MenuItem>
      ))}
    </DropdownMenu.Group>
  );
}

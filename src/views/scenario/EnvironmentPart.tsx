/** Environment variables: what `getEnvironmentVariable` finds. Secret values stay on this page. */
import { useRef } from "react";
import { activeScenario } from "../../store/active-scenario.ts";
import { usePlayground, usePlaygroundStore } from "../../store/use-playground.ts";
import type { EnvironmentDraft } from "../../workflow/scenario.ts";
import { Button } from "../parts/Button.tsx";
import { Icon } from "../parts/icons.tsx";
import { isEditedList } from "./is-edited.ts";
import { LocalizationPart } from "./LocalizationPart.tsx";
import { VariableRow } from "./VariableRow.tsx";
import { GrowingRows } from "./GrowingRows.tsx";
import { ResetList } from "./ResetList.tsx";
import { useReset } from "./reset.ts";
import "./rows.css";

const NO_SECRETS: readonly string[] = [];

/** What to say about a row's name; null when nothing. */
function complaintAbout(variables: readonly EnvironmentDraft[], index: number): string | null {
  const { name, value } = variables[index] ?? { name: "", value: "" };
  if (name.trim() === "") return value === "" ? null : "Give it a name: without one the workflow cannot ask for it.";
  if (variables.findIndex((other) => other.name === name) < index) return `There is already a variable named ${name}.`;
  return null;
}

export function EnvironmentPart() {
  const store = usePlaygroundStore();
  const reset = useReset();
  const variables = usePlayground((state) => activeScenario(state).env);
  const isEdited = usePlayground((state) => isEditedList(activeScenario(state).env, state.defaults.env));
  const missing = usePlayground(({ origin }) => (origin.kind === "link" ? origin.missingSecrets : NO_SECRETS));
  const list = useRef<HTMLDivElement>(null);
  const { setEnv } = store.getState();

  function change(index: number, next: Partial<EnvironmentDraft>): void {
    setEnv(activeScenario(store.getState()).env.map((item, at) => (at === index ? { ...item, ...next } : item)));
  }

  function add(): void {
    setEnv([...activeScenario(store.getState()).env, { name: "", value: "", isSecret: false }]);
    requestAnimationFrame(() => {
      const names = list.current?.querySelectorAll<HTMLInputElement>(".variable__name");
      names?.[names.length - 1]?.focus();
    });
  }

  function remove(index: number): void {
    const name = variables[index]?.name || "The variable";
    reset(`${name} was deleted.`, () => setEnv(activeScenario(store.getState()).env.filter((_, at) => at !== index)));
    list.current?.querySelector<HTMLElement>(".scenario-part__add")?.focus();
  }

  return (
    <div className="scenario-part" ref={list}>
      <div className="scenario-part__bar">
        <Button className="scenario-part__add" onClick={add}>
          <Icon name="plus" /> Add a variable
        </Button>
        <ResetList
          isEdited={isEdited}
          label="Reset the environment"
          onReset={() => reset("The environment was reset.", () => setEnv(store.getState().defaults.env))}
        />
      </div>
      <div className="scenario-part__list">
        <p className="muted">
          What <code>getEnvironmentVariable</code> finds, with the binding <code>kinde.env</code>.
        </p>
        <GrowingRows
          count={variables.length}
          batch={40}
          row={(index) => {
            const variable = variables[index];
            return (
              variable && (
                <VariableRow
                  // A variable has no identity but its place; names change as one types.
                  key={index}
                  variable={variable}
                  number={index + 1}
                  complaint={complaintAbout(variables, index)}
                  isMissing={variable.value === "" && missing.includes(variable.name)}
                  onChange={(next) => change(index, next)}
                  onDelete={() => remove(index)}
                />
              )
            );
          }}
        />
        {variables.some((variable) => variable.isSecret) && (
          <p className="muted">
            Secret values stay on this page: they are not kept after a reload and not put into links.
          </p>
        )}
        <LocalizationPart />
      </div>
    </div>
  );
}

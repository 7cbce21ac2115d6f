/** One environment variable: its name, its value, and whether it is secret. */
import { Switch } from "radix-ui";
import { useId, useState } from "react";
import type { EnvironmentDraft } from "../../workflow/scenario.ts";
import { IconButton } from "../parts/IconButton.tsx";

type VariableRowProps = {
  readonly variable: EnvironmentDraft;
  /** Its place in the list, counted from 1. */
  readonly number: number;
  readonly complaint: string | null;
  /** It was left out of the link that brought the project. */
  readonly isMissing: boolean;
  readonly onChange: (next: Partial<EnvironmentDraft>) => void;
  readonly onDelete: () => void;
};

export function VariableRow({ variable, number, complaint, isMissing, onChange, onDelete }: VariableRowProps) {
  const [isShown, setShown] = useState(false);
  const id = useId();
  const called = variable.name === "" ? `variable ${number}` : variable.name;

  return (
    <fieldset className="variable" aria-label={called}>
      <input
        className="field field--code variable__name"
        aria-label={`Name of variable ${number}`}
        aria-invalid={complaint !== null}
        aria-describedby={complaint === null ? undefined : `${id}-complaint`}
        placeholder="NAME"
        value={variable.name}
        onChange={(event) => onChange({ name: event.target.value })}
        autoCapitalize="off"
        autoComplete="off"
        spellCheck={false}
      />
      <span className="variable__value">
        <input
          className="field field--code"
          type={variable.isSecret && !isShown ? "password" : "text"}
          aria-label={`Value of ${called}`}
          placeholder={isMissing ? "not in the link" : "value"}
          value={variable.value}
          onChange={(event) => onChange({ value: event.target.value })}
          autoCapitalize="off"
          autoComplete="off"
          spellCheck={false}
        />
        {variable.isSecret && (
          <IconButton
            icon={isShown ? "eye-off" : "eye"}
            label={`${isShown ? "Hide" : "Show"} the value of ${called}`}
            onClick={() => setShown(!isShown)}
          />
        )}
      </span>
      <label className="variable__secret" htmlFor={`${id}-secret`}>
        <Switch.Root
          id={`${id}-secret`}
          className="switch"
          aria-label={`${called} is secret`}
          checked={variable.isSecret}
          onCheckedChange={(isSecret) => onChange({ isSecret })}
        >
          <Switch.Thumb className="switch__thumb" />
        </Switch.Root>
        Secret
      </label>
      <IconButton className="variable__delete" icon="trash" label={`Delete ${called}`} onClick={onDelete} />
      {complaint !== null && (
        <p className="scenario-part__complaint variable__note" id={`${id}-complaint`}>
          {complaint}
        </p>
      )}
      {isMissing && (
        <p className="muted variable__note">The link left this secret out. Type it here if the workflow needs it.</p>
      )}
    </fieldset>
  );
}

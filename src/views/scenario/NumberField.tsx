/** A number as one types it: an emptied field stays empty and counts as 0. */
import { useState } from "react";

type NumberFieldProps = {
  readonly label: string;
  readonly unit?: string;
  /** What an empty field means. */
  readonly placeholder?: string;
  /** The field's accessible name. */
  readonly name: string;
  readonly value: number;
  readonly onValue: (value: number) => void;
};

export function NumberField({ label, unit, placeholder, name, value, onValue }: NumberFieldProps) {
  const [typed, setTyped] = useState(placeholder !== undefined && value === 0 ? "" : `${value}`);
  return (
    <span className="mock__label">
      {label}
      <input
        className="field mock__number"
        type="number"
        aria-label={name}
        min={0}
        step={1}
        placeholder={placeholder}
        value={Number(typed) === value ? typed : value}
        onChange={(event) => {
          setTyped(event.target.value);
          onValue(Number(event.target.value));
        }}
      />
      {unit}
    </span>
  );
}

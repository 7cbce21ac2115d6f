/** A field for a token that is pasted: no help with spelling, for what it holds is no language and stays in this page. */
import "./paste-field.css";

type PasteFieldProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly rows: number;
  readonly value: string;
  readonly isInvalid: boolean;
  /** The id of what tells how it was read. */
  readonly describedBy: string;
  readonly onText: (text: string) => void;
};

export function PasteField({ label, placeholder, rows, value, isInvalid, describedBy, onText }: PasteFieldProps) {
  return (
    <textarea
      className="field paste-field"
      aria-label={label}
      aria-invalid={isInvalid}
      aria-describedby={describedBy}
      placeholder={placeholder}
      rows={rows}
      value={value}
      onChange={(event) => onText(event.target.value)}
      autoCapitalize="off"
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
    />
  );
}

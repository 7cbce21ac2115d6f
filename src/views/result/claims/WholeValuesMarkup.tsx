/** The button that opens the whole values beside a tree of what changed inside them, and these. */
import type { ClaimParts, WholeValuesProps } from "../result-parts.ts";
import { spokenName } from "./claim-states.ts";
import { PlainOutcome } from "./PlainOutcome.tsx";

type WholeValuesMarkupProps = WholeValuesProps & {
  readonly parts: Pick<ClaimParts, "CopyValue">;
  readonly isOpen: boolean;
  readonly onToggle?: () => void;
};

export function WholeValuesMarkup({ change, parts, isOpen, onToggle }: WholeValuesMarkupProps) {
  const name = spokenName(change.name);
  return (
    <>
      <button
        type="button"
        className="copy-value__toggle claims-row__whole"
        aria-expanded={isOpen}
        aria-label={isOpen ? `fold the values of ${name}` : `whole values of ${name}`}
        onClick={onToggle}
      >
        {isOpen ? "fold" : "whole values"}
      </button>
      {isOpen && <PlainOutcome change={change} parts={parts} />}
    </>
  );
}

/** At the end of a list's bar: whether it was edited, and the way back. */
import { Button } from "../parts/Button.tsx";

type ResetListProps = { readonly isEdited: boolean; readonly label: string; readonly onReset: () => void };

export function ResetList({ isEdited, label, onReset }: ResetListProps) {
  return (
    <>
      {isEdited && <span className="scenario-part__badge">edited</span>}
      <span className="scenario-part__end">
        <Button look="quiet" disabled={!isEdited} aria-label={label} onClick={onReset}>
          Reset
        </Button>
      </span>
    </>
  );
}

/** A change to the scenarios that can be taken back with one click, until the next one. */
import { type ReactNode, useEffect, useState } from "react";
import { scenarioCommands } from "../../store/edit-scenarios.ts";
import { usePlaygroundStore } from "../../store/use-playground.ts";
import type { Scenarios } from "../../workflow/project.ts";
import { Button } from "../parts/Button.tsx";
import { IconButton } from "../parts/IconButton.tsx";
import { Icon } from "../parts/icons.tsx";
import { VisibleText } from "../parts/VisibleText.tsx";
import type { Reset } from "./reset.ts";
import { undoOfReset } from "./undo-of-reset.ts";
import "./undo.css";

/** `after`: any later edit of a scenario ends the offer, so that undoing never loses one. */
type Undo = {
  readonly message: string;
  readonly before: Scenarios | null;
  readonly open: number;
  readonly after: Scenarios;
};

type UndoParts = {
  /** Does what can be taken back, and says it. */
  readonly reset: Reset;
  /** Ends the offer. */
  readonly forget: () => void;
  /** Says what was done and takes it back. */
  readonly note: ReactNode;
};

export function useUndo(): UndoParts {
  const store = usePlaygroundStore();
  const [undo, setUndo] = useState<Undo | null>(null);

  const reset: Reset = (message, act) => {
    const { project, scenarioIndex: open } = store.getState();
    const before = project.scenarios;
    act();
    const after = store.getState().project.scenarios;
    if (after === before) return setUndo(null);
    const { losesPasted, ...rest } = undoOfReset(before, after);
    setUndo({ message: losesPasted ? `${message} The pasted token is gone.` : message, ...rest, open, after });
  };

  function putBack(): void {
    if (undo?.before) scenarioCommands(store).set(undo.before, undo.open);
    setUndo(null);
  }

  useEffect(() => {
    if (undo === null) return;
    return store.subscribe((state) => {
      if (state.project.scenarios !== undo.after) setUndo(null);
    });
  }, [store, undo]);

  const note = (
    <div role="status">
      {undo !== null && (
        <p className="undo">
          <span>
            <VisibleText text={undo.message} />
          </span>
          {undo.before !== null && (
            <Button look="quiet" onClick={putBack}>
              <Icon name="undo" /> Undo
            </Button>
          )}
          <IconButton icon="close" label="Close this note" onClick={() => setUndo(null)} />
        </p>
      )}
    </div>
  );
  return { reset, forget: () => setUndo(null), note };
}

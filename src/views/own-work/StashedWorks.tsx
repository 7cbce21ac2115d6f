/** The stashed work: to open, to name, and to delete. */
import { useState } from "react";
import { LONGEST_WORK_NAME, type Stash, type StashedWork } from "../../store/stash.ts";
import type { Project } from "../../workflow/project.ts";
import { Button } from "../parts/Button.tsx";
import { Icon } from "../parts/icons.tsx";
import { RenameForm } from "../parts/RenameForm.tsx";
import { toVisibleText } from "../parts/visible-pieces.ts";
import { type WorkRow, WorkRows } from "./WorkRows.tsx";

type StashedWorksProps = {
  readonly rows: readonly WorkRow<StashedWork>[];
  readonly stash: Stash;
  readonly open: Project;
  readonly onOpen: (work: StashedWork) => void;
};

export function StashedWorks({ rows, stash, open, onOpen }: StashedWorksProps) {
  const [key, setKey] = useState("");
  const [isNaming, setNaming] = useState(false);
  const [deleted, setDeleted] = useState<WorkRow<StashedWork> | null>(null);
  const chosen = rows.find((row) => row.key === key) ?? rows[0] ?? null;

  function choose(next: string): void {
    setKey(next);
    setNaming(false);
  }

  function remove(row: WorkRow<StashedWork>): void {
    stash.remove(row.of.id);
    setDeleted(row);
    setNaming(false);
  }

  function putBack(row: WorkRow<StashedWork>): void {
    stash.put(row.of);
    setDeleted(null);
    choose(row.key);
  }

  return (
    <>
      <div role="status">
        {deleted !== null && (
          <p className="work-rows__deleted">
            <span>{toVisibleText(deleted.title)} was deleted.</span>
            <Button look="quiet" autoFocus onClick={() => putBack(deleted)}>
              <Icon name="undo" /> Undo
            </Button>
          </p>
        )}
      </div>
      <WorkRows
        label="Stashed work, the newest first"
        rows={rows}
        none="Nothing is stashed. Your work comes here when you open something else over it, or go on with other work in another tab."
        chosen={chosen}
        onChoose={choose}
        open={open}
        actions={
          chosen &&
          (isNaming ? (
            <RenameForm
              name={chosen.title}
              longest={LONGEST_WORK_NAME}
              className="work-rows__name"
              onDone={(name) => {
                if (name !== null) stash.rename(chosen.of.id, name);
                setNaming(false);
              }}
            />
          ) : (
            <>
              <Button look="primary" onClick={() => onOpen(chosen.of)}>
                Open it
              </Button>
              <Button onClick={() => setNaming(true)}>
                <Icon name="pencil" /> Rename
              </Button>
              <Button onClick={() => remove(chosen)}>
                <Icon name="trash" /> Delete
              </Button>
            </>
          ))
        }
      />
    </>
  );
}

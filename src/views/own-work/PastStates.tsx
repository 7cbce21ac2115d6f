/** The last states of one's own work: to look at, and to restore. */
import { useState } from "react";
import type { PastState } from "../../store/history.ts";
import type { Project } from "../../workflow/project.ts";
import { Button } from "../parts/Button.tsx";
import { type WorkRow, WorkRows } from "./WorkRows.tsx";

type PastStatesProps = {
  readonly rows: readonly WorkRow<PastState>[];
  readonly open: Project;
  readonly onRestore: (state: PastState) => void;
};

export function PastStates({ rows, open, onRestore }: PastStatesProps) {
  const [key, setKey] = useState("");
  const chosen = rows.find((row) => row.key === key) ?? rows[0] ?? null;
  return (
    <WorkRows
      label="States of your work, the newest first"
      rows={rows}
      none="Nothing yet. The last 30 states of your own work come here: whenever your typing rests, and before much of it goes."
      chosen={chosen}
      onChoose={setKey}
      open={open}
      actions={
        chosen && (
          <Button look="primary" onClick={() => onRestore(chosen.of)}>
            Restore the state of {chosen.time}
          </Button>
        )
      }
    />
  );
}

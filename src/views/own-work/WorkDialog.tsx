/** All of one's own work in this browser: what was stashed, to open, name and delete, and the last states of it, to look at and restore. */
import { useState, useSyncExternalStore } from "react";
import type { History, PastState } from "../../store/history.ts";
import { nameOfWork } from "../../store/name-of-work.ts";
import type { Stash, StashedWork } from "../../store/stash.ts";
import { usePlayground } from "../../store/use-playground.ts";
import { OpenDialog } from "../parts/OpenDialog.tsx";
import { Tabs } from "../parts/Tabs.tsx";
import { asTime } from "./as-time.ts";
import { differencesAmong, firstDifference } from "./first-difference.ts";
import { PastStates } from "./PastStates.tsx";
import { StashedWorks } from "./StashedWorks.tsx";
import type { WorkRow } from "./WorkRows.tsx";
import "./work-dialog.css";

type WorkDialogProps = {
  readonly stash: Stash;
  readonly history: History;
  readonly onOpen: (work: StashedWork) => void;
  readonly onRestore: (state: PastState) => void;
  readonly onClose: () => void;
};

export default function WorkDialog({ stash, history, onOpen, onRestore, onClose }: WorkDialogProps) {
  const { works } = useSyncExternalStore(stash.subscribe, stash.read, stash.read);
  const [states] = useState(history.read);
  const [part, setPart] = useState<"stashed" | "history">(works.length > 0 ? "stashed" : "history");
  const open = usePlayground(({ project }) => project);

  const closing =
    <T,>(act: (value: T) => void) =>
    (value: T) => {
      onClose();
      act(value);
    };

  return (
    <OpenDialog
      className="work-dialog"
      title="Stashed work and history"
      description="All of it stays in this browser. Values of secrets and pasted tokens are never kept."
      onClose={onClose}
    >
      <Tabs
        label="Your work"
        value={part}
        onChange={setPart}
        tabs={[
          {
            value: "stashed",
            label: "Stashed",
            count: works.length,
            content: <StashedWorks rows={rowsOfWorks(works)} stash={stash} open={open} onOpen={closing(onOpen)} />,
          },
          {
            value: "history",
            label: "History",
            count: states.length,
            content: <PastStates rows={rowsOfStates(states)} open={open} onRestore={closing(onRestore)} />,
          },
        ]}
      />
    </OpenDialog>
  );
}

function rowsOfWorks(works: readonly StashedWork[]): readonly WorkRow<StashedWork>[] {
  const titled = works.map((work) => ({ ...work, title: work.name ?? nameOfWork(work.project) }));
  const differences = differencesAmong(titled);
  return works.map((work, at) => ({
    key: work.id,
    of: work,
    title: titled[at]?.title ?? "",
    time: asTime(work.stashedAtMs),
    about: differences[at] ?? sizeOf(work.project.files.length, work.project.scenarios.length),
  }));
}

function rowsOfStates(states: readonly PastState[]): readonly WorkRow<PastState>[] {
  return states.map((state, at) => {
    const title = state.name ?? nameOfWork(state.project);
    const before = states.slice(at + 1).find((other) => (other.name ?? nameOfWork(other.project)) === title);
    const { files, scenarios } = state.project;
    const about = before && firstDifference(state.project, before.project);
    return {
      key: `${state.atMs}`,
      of: state,
      title,
      time: asTime(state.atMs),
      about: about ?? sizeOf(files.length, scenarios.length),
    };
  });
}

function sizeOf(files: number, scenarios: number): string {
  return `${files === 1 ? "1 file" : `${files} files`}, ${scenarios === 1 ? "1 scenario" : `${scenarios} scenarios`}`;
}

/** Opens one project in the place of another: edits are stashed first, and one click undoes it. */
import { useState } from "react";
import type { PastState } from "../store/history.ts";
import { nameOfWork } from "../store/name-of-work.ts";
import type { PlaygroundState, ProjectSource } from "../store/playground-store.ts";
import { type Stash, type StashedWork, workIdOf } from "../store/stash.ts";
import { usePlaygroundStore } from "../store/use-playground.ts";
import type { Project } from "../workflow/project.ts";
import { leaveFragment } from "./leave-fragment.ts";
import { reopen } from "./reopen.ts";

/** What can be undone now, once. */
export type Undo = {
  readonly words: string;
  readonly act: () => void;
  /** Tells one from the next. */
  readonly key: number;
};

export function useStashedSwitch(stash: Stash) {
  const store = usePlaygroundStore();
  const [undo, setUndo] = useState<Undo | null>(null);

  /** Stashes the page's own edits, if it has any. @returns their id. */
  function putEdits(): string | null {
    const state = store.getState();
    const { project, origin } = state;
    if (origin.kind !== "own" && !(origin.kind === "link" && project !== origin.shared)) return null;
    const id = workIdOf(state);
    const name = origin.kind === "own" ? (origin.name ?? null) : null;
    stash.put({ id, name, project, stashedAtMs: Date.now() });
    return id;
  }

  function open(project: Project, origin: ProjectSource, taken: StashedWork | null = null): void {
    const before = store.getState();
    const id = putEdits();
    if (taken !== null) stash.remove(taken.id);
    leaveFragment();
    before.openProject(project, origin);
    if (id !== null || taken !== null) offerUndo(before, id, taken);
    else setUndo(null);
  }

  function offerUndo(before: PlaygroundState, id: string | null, taken: StashedWork | null): void {
    const name = (before.origin.kind === "own" && before.origin.name) || nameOfWork(before.project);
    // Own work is stashed whether it was edited or not; a link only for its edits.
    const what = before.origin.kind === "link" ? `Your edits to “${name}” are` : `Your work “${name}” is`;
    setUndo({
      key: before.openedCount,
      words: id === null ? "The stashed work was opened." : `${what} stashed in the example list.`,
      act() {
        // What was edited since is not lost either.
        if (store.getState().project !== taken?.project) putEdits();
        if (id !== null) stash.remove(id);
        if (taken !== null) stash.put(taken);
        if (before.origin.kind === "link") history.replaceState(null, "", `#${before.origin.link}`);
        else leaveFragment();
        reopen(store, before);
        setUndo(null);
      },
    });
  }

  /** Without opening anything else. */
  function stashEdits(): void {
    const before = store.getState();
    const id = putEdits();
    if (id !== null) offerUndo(before, id, null);
  }

  function restore({ project, name }: PastState): void {
    const before = store.getState();
    // The history has what is open here.
    if (before.origin.kind !== "own" || nameOfWork(before.project) !== nameOfWork(project)) {
      open(project, { kind: "own", ...(name === null ? {} : { name }) });
      return;
    }
    before.openProject(project, before.origin);
    setUndo({
      key: before.openedCount,
      words: "An earlier state was restored. The history has the one it replaced.",
      act() {
        reopen(store, before);
        setUndo(null);
      },
    });
  }

  return { undo, setUndo, open, restore, stashEdits };
}

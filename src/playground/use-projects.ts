/** Opening examples and coming back to own work: whatever is opened, edits are put aside first and stay one click away. */
import { useState } from "react";
import { DEFAULT_EXAMPLE } from "../examples/default-example.ts";
import type { Example } from "../examples/example.ts";
import { type OwnWork, putAside, readOwnWork, writeOwnWork } from "../store/own-work.ts";
import { readKept } from "../store/persistence.ts";
import { usePlaygroundStore } from "../store/use-playground.ts";

export type Projects = {
  /** Newest first. */
  readonly works: readonly OwnWork[];
  /** Set after something was opened over edits, until the person returns to them or looks away. */
  readonly justAside: OwnWork | null;
  openExample(example: Example): void;
  openWork(work: OwnWork): void;
  /** From a link back to what was open here before, or to the first example. */
  leaveLink(): void;
  /** Makes a link's project one's own, so that it is kept. */
  keepLink(): void;
  dismiss(): void;
};

export function useProjects(storage: Storage | null): Projects {
  const store = usePlaygroundStore();
  const [works, setWorks] = useState(() => readOwnWork(storage));
  const [justAside, setJustAside] = useState<OwnWork | null>(null);

  function change(next: readonly OwnWork[]): void {
    setWorks(next);
    writeOwnWork(storage, next);
  }

  /** The works with the page's own edits, if it has any, in front. */
  function withEditsAside(list: readonly OwnWork[]): readonly OwnWork[] {
    const { project, origin } = store.getState();
    return origin.kind === "own" ? putAside(list, project, Date.now()) : list;
  }

  function openExample({ name, project }: Example): void {
    const next = withEditsAside(works);
    setJustAside(next === works ? null : (next[0] ?? null));
    change(next);
    store.getState().openProject(project, { kind: "example", name });
  }

  function openWork(work: OwnWork): void {
    const next = withEditsAside(works.filter((each) => each !== work));
    setJustAside(next.length > works.length - 1 ? (next[0] ?? null) : null);
    change(next);
    store.getState().openProject(work.project, { kind: "own" });
  }

  function leaveLink(): void {
    history.replaceState(null, "", location.pathname + location.search);
    const kept = readKept(storage);
    if (kept === null) {
      openExample(DEFAULT_EXAMPLE);
      return;
    }
    const origin =
      kept.example === null ? ({ kind: "own" } as const) : ({ kind: "example", name: kept.example } as const);
    store.getState().openProject(kept.project, origin);
  }

  function keepLink(): void {
    const kept = readKept(storage);
    if (kept?.example === null) change(putAside(works, kept.project, Date.now()));
    history.replaceState(null, "", location.pathname + location.search);
    store.setState({ origin: { kind: "own" } });
  }

  return { works, justAside, openExample, openWork, leaveLink, keepLink, dismiss: () => setJustAside(null) };
}

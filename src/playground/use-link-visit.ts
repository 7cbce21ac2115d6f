/** What a link shows, for a while, in the place of what was open: the way there, back, and to keeping it. */
import { useRef } from "react";
import { DEFAULT_EXAMPLE } from "../examples/default-example.ts";
import type { PlaygroundState, ProjectSource } from "../store/playground-store.ts";
import { readSavedWork } from "../store/saved-work.ts";
import type { Stash } from "../store/stash.ts";
import { usePlaygroundStore } from "../store/use-playground.ts";
import { leaveFragment } from "./leave-fragment.ts";
import { sourceOfSavedWork } from "./source-of-saved-work.ts";
import type { Storages } from "./storage.ts";
import type { useStashedSwitch } from "./use-stashed-switch.ts";

export type LinkSource = Extract<ProjectSource, { readonly kind: "link" }>;
type Opened = Pick<PlaygroundState, "project" | "origin">;

type LinkVisitParts = Pick<ReturnType<typeof useStashedSwitch>, "open" | "setUndo" | "stashEdits"> & {
  readonly storages: Storages;
  readonly stash: Stash;
};

export function useLinkVisit({ storages, stash, open, setUndo, stashEdits }: LinkVisitParts) {
  const store = usePlaygroundStore();
  /** What a link took the place of, with the secrets that no storage keeps. */
  const beforeLink = useRef<Opened | null>(null);

  const savedWork = () => readSavedWork(storages.session) ?? readSavedWork(storages.local);

  function openLink(origin: LinkSource): void {
    const before = store.getState();
    setUndo(null);
    if (before.origin.kind !== "link") beforeLink.current = before;
    else stashEdits();
    before.openProject(origin.shared, origin);
  }

  function openAddressed({ origin, project }: Opened): void {
    const here = store.getState().origin;
    if (origin.kind !== "link") open(project, origin);
    else if (here.kind !== "link" || here.link !== origin.link) openLink(origin);
  }

  function reset(): void {
    const { origin, openProject } = store.getState();
    if (origin.kind !== "link") return;
    stashEdits();
    openProject(origin.shared, origin);
  }

  function leave(): void {
    const kept = savedWork();
    const here = beforeLink.current ?? {
      project: kept?.project ?? DEFAULT_EXAMPLE.project,
      origin: sourceOfSavedWork(kept),
    };
    beforeLink.current = null;
    open(here.project, here.origin);
  }

  function keep(): void {
    const before = beforeLink.current;
    const kept = savedWork();
    const own = before?.origin.kind === "own" ? before.project : kept?.example === null ? kept.project : null;
    if (own !== null) {
      stash.put({ id: kept?.id ?? "before", name: kept?.name ?? null, project: own, stashedAtMs: Date.now() });
    }
    beforeLink.current = null;
    leaveFragment();
    store.setState({ origin: { kind: "own" } });
  }

  const hasOwnWork = () => (beforeLink.current?.origin ?? sourceOfSavedWork(savedWork())).kind === "own";

  return { openAddressed, reset, leave, keep, hasOwnWork };
}

/** Opening examples, links and files, and coming back to own work: whatever is opened, edits are stashed first, and one click undoes it. */
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from "react";
import { DEFAULT_EXAMPLE } from "../examples/default-example.ts";
import { type Example, issuedAt } from "../examples/example.ts";
import type { PastState } from "../store/history.ts";
import { nameOfWork } from "../store/name-of-work.ts";
import type { PlaygroundState, ProjectSource } from "../store/playground-store.ts";
import { readSavedWork } from "../store/saved-work.ts";
import { type Stash, type StashedWork, type StashState, workIdOf } from "../store/stash.ts";
import { usePlaygroundStore } from "../store/use-playground.ts";
import { onStorageFull } from "../store/write-storage.ts";
import { loadPart } from "../views/parts/load-part.ts";
import type { Project } from "../workflow/project.ts";
import { type OpenedFile, type OtherWorkflow, readFile } from "./open-file.ts";
import { reopen } from "./reopen.ts";
import { sourceOfSavedWork } from "./source-of-saved-work.ts";
import type { Storages } from "./storage.ts";

/** What can be undone now, once. */
export type Undo = {
  readonly words: string;
  readonly act: () => void /** Tells one from the next. */;
  readonly key: number;
};

export type Projects = {
  readonly stashed: StashState;
  readonly undo: Undo | null;
  /** What could not be opened, or not wholly, in plain words. */
  readonly notice: string | null;
  /** The other workflows of the repository that was opened last. */
  readonly others: readonly OtherWorkflow[];
  openOther(other: OtherWorkflow): Promise<void>;
  /** What this browser does not keep, and what to do about it. */
  readonly unsavedNotice: string | null;
  openExample(example: Example): void;
  openWork(work: StashedWork): void;
  restore(state: PastState): void;
  /** A zip file of a repository, or one workflow file. */
  openFile(file: File): Promise<void>;
  /** From a link back to what was open here before, or to the first example. */
  leaveLink(): void;
  /** Whether that is work of the person's own. */
  hasOwnWork(): boolean;
  /** Back to what the link holds. */
  resetLink(): void;
  /** Makes a link's project one's own, so that it is kept. */
  keepLink(): void;
  dismissUndo(): void;
  dismissNotice(): void;
  dismissUnsavedNotice(): void;
};

export type LinkSource = Extract<ProjectSource, { readonly kind: "link" }>;
type Opened = Pick<PlaygroundState, "project" | "origin">;

export function useProjects({ local, session }: Storages, stash: Stash, firstNotice: string | null): Projects {
  const store = usePlaygroundStore();
  const stashed = useSyncExternalStore(stash.subscribe, stash.read, stash.read);
  const [undo, setUndo] = useState<Undo | null>(null);
  const [notice, setNotice] = useState(firstNotice);
  const [others, setOthers] = useState<readonly OtherWorkflow[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [seen, setSeen] = useState<StashState["unsaved"] | null>(null);
  const unsavedNotice = refused ?? (seen === stashed.unsaved ? null : unsavedWords(stashed));
  /** What a link took the place of, with the secrets that no storage keeps. */
  const beforeLink = useRef<Opened | null>(null);

  /** Stashes the page's own edits, if it has any. @returns their id. */
  function stashEdits(): string | null {
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
    const id = stashEdits();
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
        if (store.getState().project !== taken?.project) stashEdits();
        if (id !== null) stash.remove(id);
        if (taken !== null) stash.put(taken);
        if (before.origin.kind === "link") history.replaceState(null, "", `#${before.origin.link}`);
        else leaveFragment();
        reopen(store, before);
        setUndo(null);
      },
    });
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

  function openLink(origin: LinkSource): void {
    const before = store.getState();
    setUndo(null);
    if (before.origin.kind !== "link") beforeLink.current = before;
    else stashLinkEdits();
    before.openProject(origin.shared, origin);
  }

  function openAddressed({ origin, project }: Opened): void {
    const here = store.getState().origin;
    if (origin.kind !== "link") open(project, origin);
    else if (here.kind !== "link" || here.link !== origin.link) openLink(origin);
  }

  function stashLinkEdits(): void {
    const before = store.getState();
    const id = stashEdits();
    if (id !== null) offerUndo(before, id, null);
  }

  function resetLink(): void {
    const { origin, openProject } = store.getState();
    if (origin.kind !== "link") return;
    stashLinkEdits();
    openProject(origin.shared, origin);
  }

  function leaveLink(): void {
    const kept = readSavedWork(session) ?? readSavedWork(local);
    const here = beforeLink.current ?? {
      project: kept?.project ?? DEFAULT_EXAMPLE.project,
      origin: sourceOfSavedWork(kept),
    };
    beforeLink.current = null;
    open(here.project, here.origin);
  }

  function keepLink(): void {
    const before = beforeLink.current;
    const kept = readSavedWork(session) ?? readSavedWork(local);
    const own = before?.origin.kind === "own" ? before.project : kept?.example === null ? kept.project : null;
    if (own !== null) {
      stash.put({ id: kept?.id ?? "before", name: kept?.name ?? null, project: own, stashedAtMs: Date.now() });
    }
    beforeLink.current = null;
    leaveFragment();
    store.setState({ origin: { kind: "own" } });
  }

  async function openFile(file: File): Promise<void> {
    show(await readFile(file));
  }

  function show(read: OpenedFile): void {
    setOthers(read.kind === "broken" ? [] : read.others);
    setNotice(read.kind === "broken" ? read.message : read.note);
    if (read.kind === "project") open(read.project, { kind: "own" });
  }

  const followFragment = useEffectEvent(async () => {
    if (location.hash.length <= 1) {
      if (store.getState().origin.kind === "link") leaveLink();
      return;
    }
    const { readOpening, showPlace } = await loadPart(() => import("./open-link.ts"));
    const opening = await readOpening(location.hash);
    setNotice(opening.kind === "broken" ? opening.message : null);
    if (opening.kind === "broken") return;
    if (opening.kind === "project") openAddressed(opening);
    store.getState().setView(opening.view);
    showPlace(store, opening.place);
  });

  useEffect(() => {
    const onHashChange = () => void followFragment();
    addEventListener("hashchange", onHashChange);
    return () => removeEventListener("hashchange", onHashChange);
  }, []);

  useEffect(
    () =>
      // After an edit a reload opens the edit, not the example that the address names.
      store.subscribe(({ origin }, before) => {
        if (before.origin.kind === "example" && origin.kind === "own") leaveFragment();
      }),
    [store],
  );

  useEffect(() => onStorageFull(setRefused), []);

  return {
    stashed,
    undo,
    notice,
    others: notice === null ? [] : others,
    openOther: async (other) => show(await other.read()),
    unsavedNotice,
    openExample: ({ name, project, token: baseToken = "accessToken" }) => {
      open(issuedAt(project, Math.floor(Date.now() / 1_000)), { kind: "example", name });
      store.getState().setView({ baseToken });
    },
    openWork: (work) => open(work.project, { kind: "own", ...(work.name === null ? {} : { name: work.name }) }, work),
    restore,
    openFile,
    leaveLink,
    hasOwnWork: () =>
      (beforeLink.current?.origin ?? sourceOfSavedWork(readSavedWork(session) ?? readSavedWork(local))).kind === "own",
    resetLink,
    keepLink,
    dismissUndo: () => setUndo(null),
    dismissUnsavedNotice: () => {
      setRefused(null);
      setSeen(stashed.unsaved);
    },
    dismissNotice: () => {
      setNotice(null);
      if (store.getState().origin.kind !== "link") leaveFragment();
    },
  };
}

function unsavedWords({ unsaved }: StashState): string | null {
  const oldest = unsaved.at(-1);
  if (oldest === undefined) return null;
  const name = oldest.name ?? nameOfWork(oldest.project);
  return `There is no room for more stashed work: ${name}, the oldest, is lost with this page. Open it from the example list and download it, or delete others under “Stashed work and history”.`;
}

/** What is open is no longer what the address says. */
function leaveFragment(): void {
  if (location.hash !== "") history.replaceState(null, "", location.pathname + location.search);
}

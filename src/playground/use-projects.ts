/** Opening examples, links and files, and coming back to own work: whatever is opened, edits are stashed first, and one click undoes it. */
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import { type Example, issuedAt } from "../examples/example.ts";
import type { PastState } from "../store/history.ts";
import { nameOfWork } from "../store/name-of-work.ts";
import type { Stash, StashedWork, StashState } from "../store/stash.ts";
import { usePlaygroundStore } from "../store/use-playground.ts";
import { onStorageFull } from "../store/write-storage.ts";
import { partOrWords } from "../views/parts/part-or-words.ts";
import { leaveFragment } from "./leave-fragment.ts";
import { type OpenedFile, type OtherWorkflow, readFile } from "./open-file.ts";
import type { Storages } from "./storage.ts";
import { useLinkVisit } from "./use-link-visit.ts";
import { type Undo, useStashedSwitch } from "./use-stashed-switch.ts";

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

export function useProjects(storages: Storages, stash: Stash, firstNotice: string | null): Projects {
  const store = usePlaygroundStore();
  const stashed = useSyncExternalStore(stash.subscribe, stash.read, stash.read);
  const [notice, setNotice] = useState(firstNotice);
  const [others, setOthers] = useState<readonly OtherWorkflow[]>([]);
  const unsaved = useUnsavedNotice(stashed);
  const { undo, setUndo, open, restore, stashEdits } = useStashedSwitch(stash);
  const link = useLinkVisit({ storages, stash, open, setUndo, stashEdits });

  async function openFile(file: File): Promise<void> {
    show(await readFile(file));
  }

  function show(read: OpenedFile): void {
    setOthers(read.kind === "broken" ? [] : read.others);
    setNotice(read.kind === "broken" ? read.message : read.note);
    if (read.kind === "project") open(read.project, { kind: "own" });
  }

  useFragment(async () => {
    if (location.hash.length <= 1) {
      if (store.getState().origin.kind === "link") link.leave();
      return;
    }
    const part = await partOrWords(() => import("./open-link.ts"));
    if (typeof part === "string") return setNotice(`The link was not opened. ${part}`);
    const { readOpening, showPlace } = part;
    const opening = await readOpening(location.hash);
    setNotice(opening.kind === "broken" ? opening.message : null);
    if (opening.kind === "broken") return;
    if (opening.kind === "project") link.openAddressed(opening);
    store.getState().setView(opening.view);
    showPlace(store, opening.place);
  });

  return {
    stashed,
    undo,
    notice,
    others: notice === null ? [] : others,
    openOther: async (other) => show(await other.read()),
    unsavedNotice: unsaved.notice,
    openExample: ({ name, project, token: baseToken = "accessToken" }) => {
      open(issuedAt(project, Math.floor(Date.now() / 1_000)), { kind: "example", name });
      store.getState().setView({ baseToken });
    },
    openWork: (work) => open(work.project, { kind: "own", ...(work.name === null ? {} : { name: work.name }) }, work),
    restore,
    openFile,
    leaveLink: link.leave,
    hasOwnWork: link.hasOwnWork,
    resetLink: link.reset,
    keepLink: link.keep,
    dismissUndo: () => setUndo(null),
    dismissUnsavedNotice: unsaved.dismiss,
    dismissNotice: () => {
      setNotice(null);
      if (store.getState().origin.kind !== "link") leaveFragment();
    },
  };
}

/** Calls back when the address names another project, and takes the name of an example out of it with the first edit. */
function useFragment(follow: () => Promise<void>): void {
  const store = usePlaygroundStore();
  const onHashChange = useEffectEvent(() => void follow());

  useEffect(() => {
    const listener = () => onHashChange();
    addEventListener("hashchange", listener);
    return () => removeEventListener("hashchange", listener);
  }, []);

  useEffect(
    () =>
      // After an edit a reload opens the edit, not the example that the address names.
      store.subscribe(({ origin }, before) => {
        if (before.origin.kind === "example" && origin.kind === "own") leaveFragment();
      }),
    [store],
  );
}

/** What this browser does not keep, in words, until it is dismissed. */
function useUnsavedNotice(stashed: StashState): { readonly notice: string | null; readonly dismiss: () => void } {
  const [refused, setRefused] = useState<string | null>(null);
  const [seen, setSeen] = useState<StashState["unsaved"] | null>(null);
  useEffect(() => onStorageFull(setRefused), []);
  return {
    notice: refused ?? (seen === stashed.unsaved ? null : unsavedWords(stashed)),
    dismiss() {
      setRefused(null);
      setSeen(stashed.unsaved);
    },
  };
}

function unsavedWords({ unsaved }: StashState): string | null {
  const oldest = unsaved.at(-1);
  if (oldest === undefined) return null;
  const name = oldest.name ?? nameOfWork(oldest.project);
  return `There is no room for more stashed work: ${name}, the oldest, is lost with this page. Open it from the example list and download it, or delete others under “Stashed work and history”.`;
}

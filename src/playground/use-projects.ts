/** Opening examples, links and files, and coming back to own work: whatever is opened, edits are put aside first and stay one click away. */
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { DEFAULT_EXAMPLE } from "../examples/default-example.ts";
import { type Example, issuedAt } from "../examples/example.ts";
import { type OwnWork, putAside, readOwnWork, writeOwnWork } from "../store/own-work.ts";
import { readKept } from "../store/persistence.ts";
import type { Origin } from "../store/playground-store.ts";
import { usePlaygroundStore } from "../store/use-playground.ts";
import { onRefused } from "../store/write-kept.ts";
import type { Project } from "../workflow/project.ts";
import { loadPart } from "../views/parts/load-part.ts";
import { readFile } from "./open-file.ts";

export type Projects = {
  /** Newest first. */
  readonly works: readonly OwnWork[];
  /** Set after something was opened over edits, until the person returns to them or looks away. */
  readonly justAside: OwnWork | null;
  /** What could not be opened, or not wholly, in plain words. */
  readonly notice: string | null;
  /** What this browser does not keep, and what to do about it. */
  readonly unkept: string | null;
  openExample(example: Example): void;
  openWork(work: OwnWork): void;
  /** A zip file of a repository, or one workflow file. */
  openFile(file: File): Promise<void>;
  /** From a link back to what was open here before, or to the first example. */
  leaveLink(): void;
  /** Back to what the link holds. */
  resetLink(): void;
  /** Makes a link's project one's own, so that it is kept. */
  keepLink(): void;
  dismiss(): void;
  dismissNotice(): void;
  dismissUnkept(): void;
};

export type LinkOrigin = Extract<Origin, { readonly kind: "link" }>;
type Opened = { readonly project: Project; readonly origin: Origin };

export function useProjects(storage: Storage | null, firstNotice: string | null): Projects {
  const store = usePlaygroundStore();
  const [works, setWorks] = useState(() => readOwnWork(storage));
  const [justAside, setJustAside] = useState<OwnWork | null>(null);
  const [notice, setNotice] = useState(firstNotice);
  const [unkept, setUnkept] = useState<string | null>(null);
  /** What a link took the place of, with the secrets that no storage keeps. */
  const beforeLink = useRef<Opened | null>(null);

  function change(next: readonly OwnWork[]): void {
    setWorks(next);
    writeOwnWork(storage, next);
  }

  /** The works with the page's own edits, if it has any, in front. */
  function withEditsAside(list: readonly OwnWork[]): readonly OwnWork[] {
    const { project, origin } = store.getState();
    const isEdited = origin.kind === "own" || (origin.kind === "link" && project !== origin.shared);
    return isEdited ? putAside(list, project, Date.now()) : list;
  }

  function putEditsAside(others: readonly OwnWork[] = works): void {
    const next = withEditsAside(others);
    setJustAside(next === others ? null : (next[0] ?? null));
    if (next !== works) change(next);
  }

  function open(project: Project, origin: Origin, others: readonly OwnWork[] = works): void {
    putEditsAside(others);
    leaveFragment();
    store.getState().openProject(project, origin);
  }

  function openLink(origin: LinkOrigin): void {
    const here = store.getState();
    if (here.origin.kind !== "link") beforeLink.current = here;
    else putEditsAside();
    here.openProject(origin.shared, origin);
  }

  function resetLink(): void {
    const { origin, openProject } = store.getState();
    if (origin.kind !== "link") return;
    putEditsAside();
    openProject(origin.shared, origin);
  }

  function leaveLink(): void {
    const kept = readKept(storage);
    const here: Opened | null =
      beforeLink.current ??
      (kept && {
        project: kept.project,
        origin: kept.example === null ? { kind: "own" } : { kind: "example", name: kept.example },
      });
    beforeLink.current = null;
    open(here?.project ?? DEFAULT_EXAMPLE.project, here?.origin ?? { kind: "example", name: DEFAULT_EXAMPLE.name });
  }

  function keepLink(): void {
    const kept = beforeLink.current?.origin.kind === "own" ? beforeLink.current : ownOf(readKept(storage));
    if (kept !== null) change(putAside(works, kept.project, Date.now()));
    beforeLink.current = null;
    leaveFragment();
    store.setState({ origin: { kind: "own" } });
  }

  async function openFile(file: File): Promise<void> {
    const read = await readFile(file);
    if (read.kind === "broken") return setNotice(read.message);
    setNotice(read.note);
    open(read.project, { kind: "own" });
  }

  const followFragment = useEffectEvent(async () => {
    if (location.hash.length <= 1) {
      if (store.getState().origin.kind === "link") leaveLink();
      return;
    }
    const { readOpening, showPlace } = await loadPart(() => import("./open-link.ts"));
    const opening = readOpening(location.hash);
    setNotice(opening.kind === "broken" ? opening.message : null);
    if (opening.kind === "broken") return;
    const { origin, setView } = store.getState();
    const isOpen = opening.kind === "none" || (origin.kind === "link" && origin.link === opening.origin.link);
    if (!isOpen) openLink(opening.origin);
    setView(opening.view);
    showPlace(store, opening.place);
  });

  useEffect(() => {
    const onHashChange = () => void followFragment();
    addEventListener("hashchange", onHashChange);
    return () => removeEventListener("hashchange", onHashChange);
  }, []);

  useEffect(() => onRefused(setUnkept), []);

  return {
    works,
    justAside,
    notice,
    unkept,
    openExample: ({ name, project, token: baseToken = "accessToken" }) => {
      open(issuedAt(project, Math.floor(Date.now() / 1_000)), { kind: "example", name });
      store.getState().setView({ baseToken });
    },
    openWork: (work) =>
      open(
        work.project,
        { kind: "own" },
        works.filter((each) => each !== work),
      ),
    openFile,
    leaveLink,
    resetLink,
    keepLink,
    dismiss: () => setJustAside(null),
    dismissUnkept: () => setUnkept(null),
    dismissNotice: () => {
      setNotice(null);
      if (store.getState().origin.kind !== "link") leaveFragment();
    },
  };
}

function ownOf(kept: ReturnType<typeof readKept>): Pick<Opened, "project"> | null {
  return kept?.example === null ? kept : null;
}

/** What is open is no longer what the address says. */
function leaveFragment(): void {
  if (location.hash !== "") history.replaceState(null, "", location.pathname + location.search);
}

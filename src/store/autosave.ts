/** Saves one's own work across reloads: source, scenario and view, but no secret value and no pasted token. Each tab saves its own; what one tab takes from the shared place of another's is stashed. */
import type { Json } from "../workflow/json.ts";
import type { Project } from "../workflow/project.ts";
import { withoutSecrets } from "../workflow/without-secrets.ts";
import { type SavedWork, SAVED_WORK_KEY, readSavedWork } from "./saved-work.ts";
import type { PlaygroundState, PlaygroundStore } from "./playground-store.ts";
import { readStoredProject } from "./read-stored-project.ts";
import { isOfThisPage, type Stash, type StashedWork, workIdOf } from "./stash.ts";
import { STASH_KEY, writeIfRoom, writeStorage } from "./write-storage.ts";

const DEBOUNCE_MS = 250;

type Places = {
  /** Shared by all tabs: what a new one opens. */
  readonly local: Storage;
  /** This tab's alone: what it opens after a reload. */
  readonly session: Storage | null;
};

/** Writes one's own work whenever it has been quiet for a moment, and when the page goes away. A link's project never takes its place (link-edits.ts). */
export function autosave(store: PlaygroundStore, { local, session }: Places, stash: Stash): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written: Pick<PlaygroundState, "project" | "view" | "origin"> = store.getState();
  const shared = openSharedPlace(local, written.project);
  /** What this tab goes on with after a reload; another tab may have had it stashed meanwhile. */
  let continued = readSavedWork(session);

  function write(state: PlaygroundState = store.getState()): void {
    clearTimeout(timer);
    timer = undefined;
    const { project, view, origin } = state;
    if (written.project === project && written.view === view && written.origin === origin) return;
    written = { project, view, origin };
    if (origin.kind === "link") {
      const kept = readSavedWork(local);
      if (kept !== null) shared.write({ ...kept, view });
      return;
    }
    const kept: SavedWork = {
      project: withoutSecrets(project),
      view,
      example: origin.kind === "example" ? origin.name : null,
      name: origin.kind === "own" ? (origin.name ?? null) : null,
      id: workIdOf(state),
    };
    // Before the shared place: a tab that hears of it has heard of these then.
    if (shared.isOfOther()) stashOther(project);
    stash.remove(workIdOf(state));
    dropContinued();
    shared.write(kept);
    writeIfRoom(session, SAVED_WORK_KEY, { ...kept, view: {} });
  }

  function isStashed({ id, project }: Pick<StashedWork, "id" | "project">): boolean {
    stash.refresh();
    return stash.read().works.some((work) => work.id === id && isSame(work.project, project));
  }

  function dropContinued(): void {
    const stashed = stash.read().works.find(({ id }) => id === continued?.id);
    if (stashed && isSame(continued?.project, stashed.project)) stash.remove(stashed.id);
    continued = null;
  }

  /** Another tab's work, before this one's takes its place. */
  function stashOther(project: Project): void {
    const other = readSavedWork(local);
    if (other === null || other.example !== null || isOfThisPage(other.id) || isSame(other.project, project)) return;
    stash.put({ ...other, id: other.id ?? "before", stashedAtMs: Date.now() });
  }

  /** This tab's own work, after another one's has taken its place. */
  function stashOwn(): void {
    const state = store.getState();
    const other = readSavedWork(local);
    const before = state.origin.kind === "link" ? readSavedWork(session) : null;
    const own =
      state.origin.kind === "own"
        ? { project: state.project, name: state.origin.name ?? null, id: workIdOf(state) }
        : before?.example === null && before.id !== null
          ? { project: before.project, name: before.name, id: before.id }
          : null;
    if (own === null || other === null) return;
    if (isSame(other.project, own.project)) shared.accept();
    else if (!isStashed(own)) stash.put({ ...own, stashedAtMs: Date.now() });
  }

  store.subscribe((state, previous) => {
    // A link takes the place of what may not have been written yet.
    if (state.origin.kind === "link" && previous.origin.kind !== "link") write(previous);
    timer ??= setTimeout(write, DEBOUNCE_MS);
  });
  addEventListener("pagehide", () => write());
  addEventListener("storage", ({ key, newValue, storageArea }) => {
    if (storageArea !== local || newValue === null) return;
    if (key === STASH_KEY) stash.refresh();
    if (key === SAVED_WORK_KEY) stashOwn();
  });
}

/** The shared place as this tab knows it: what stands there otherwise is another tab's. */
function openSharedPlace(local: Storage, own: Project) {
  let known = isSame(readSavedWork(local)?.project, own) ? text() : null;

  function text(): string | null {
    try {
      return local.getItem(SAVED_WORK_KEY);
    } catch {
      return null;
    }
  }

  return {
    isOfOther: () => text() !== known,

    /** What stands there is this tab's as well. */
    accept(): void {
      known = text();
    },

    write(kept: SavedWork): void {
      const isMine = text() === known || isOfThisPage(kept.id);
      writeStorage(local, SAVED_WORK_KEY, kept);
      if (isMine) known = text();
    },
  };
}

/** As a storage would hold them. */
function isSame(one: Project | undefined, other: Project): boolean {
  const textOf = (project: Project) =>
    JSON.stringify(readStoredProject(JSON.parse(JSON.stringify(withoutSecrets(project))) as Json));
  return one !== undefined && textOf(one) === textOf(other);
}

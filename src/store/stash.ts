/** Own work that was stashed when something else took its place, in this tab or another: one list for all tabs, newest first, bounded by size alone. */
import { isJsonObject, type Json, parseJson } from "../workflow/json.ts";
import type { Project } from "../workflow/project.ts";
import { withoutSecrets } from "../workflow/without-secrets.ts";
import { keptTime } from "./kept-time.ts";
import type { PlaygroundState } from "./playground-store.ts";
import { readStoredProject } from "./read-stored-project.ts";
import { STASH_KEY, writeStorage } from "./write-storage.ts";

export type StashedWork = {
  /** The piece of work: what is stashed under the same id later takes its place. */
  readonly id: string;
  /** Null as long as nobody has named it. */
  readonly name: string | null;
  readonly project: Project;
  /** In milliseconds since the epoch. */
  readonly stashedAtMs: number;
};

export type StashState = {
  readonly works: readonly StashedWork[];
  /** Those that are in this page only, for want of room. */
  readonly unsaved: readonly StashedWork[];
};

export type Stash = {
  /** The same object until something changes. */
  readonly read: () => StashState;
  /** @returns what ends the listening. */
  readonly subscribe: (listener: () => void) => () => void;
  /** The same project under another id is the same work. @returns whether the browser keeps it. */
  readonly put: (work: StashedWork) => boolean;
  readonly remove: (id: string) => void;
  /** A blank name takes the name away. */
  readonly rename: (id: string, name: string) => void;
  /** Takes over what another tab has changed. */
  readonly refresh: () => void;
};

/** What the list may take of a storage that holds about five million characters. */
const MOST_CHARACTERS = 2_000_000;
export const LONGEST_WORK_NAME = 60;

const PAGE = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

/** The piece of work that is open: another one with each project that is opened, and in each page. */
export function workIdOf({ openedCount }: Pick<PlaygroundState, "openedCount">): string {
  return `${PAGE}/${openedCount}`;
}

export function isOfThisPage(id: string | null): boolean {
  return id?.startsWith(`${PAGE}/`) ?? false;
}

export function createStash(storage: Storage | null): Stash {
  /** With the secrets that no storage keeps. */
  let state: StashState = { works: readStored(storage), unsaved: [] };
  const listeners = new Set<() => void>();

  function show(works: readonly StashedWork[], unsaved: readonly StashedWork[]): void {
    state = { works, unsaved };
    for (const listener of listeners) listener();
  }

  /** What all tabs have stashed by now: this page's own copy where it is the same work in the same state. */
  function merged(): readonly StashedWork[] {
    const stored = readStored(storage);
    const shared = stored.map((work) => state.works.find((own) => isSameStored(own, work)) ?? work);
    const pending = state.unsaved.filter(({ id }) => stored.every((work) => work.id !== id));
    return newestFirst([...shared, ...pending]);
  }

  function change(next: readonly StashedWork[]): void {
    const works = newestFirst(next);
    let room = MOST_CHARACTERS;
    const fits = new Set<string>();
    const kept = works.map(toStored).filter((work) => {
      room -= JSON.stringify(work).length;
      if (room >= 0) fits.add(work.id);
      return room >= 0;
    });
    const isWritten = writeStorage(storage, STASH_KEY, kept);
    const stored = isWritten ? fits : new Set(readStored(storage).map(({ id }) => id));
    show(
      works,
      works.filter(({ id }) => !stored.has(id)),
    );
  }

  return {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    put(work) {
      const works = merged();
      const text = JSON.stringify(work.project);
      const same = works.filter(({ id, project }) => id === work.id || JSON.stringify(project) === text);
      const name = work.name ?? same.find((each) => each.name !== null)?.name ?? null;
      change([{ ...work, name }, ...works.filter((each) => !same.includes(each))]);
      return state.unsaved.every(({ id }) => id !== work.id);
    },
    remove(id) {
      // Asked at every autosave: the list is read only where it may hold it.
      if (state.works.every((work) => work.id !== id) && !storedText(storage)?.includes(id)) return;
      change(merged().filter((work) => work.id !== id));
    },
    rename(id, name) {
      const next = name.trim().slice(0, LONGEST_WORK_NAME);
      change(merged().map((work) => (work.id === id ? { ...work, name: next === "" ? null : next } : work)));
    },
    refresh: () => show(merged(), state.unsaved),
  };
}

function newestFirst(works: readonly StashedWork[]): readonly StashedWork[] {
  return [...works].sort((one, other) => other.stashedAtMs - one.stashedAtMs);
}

function isSameStored(own: StashedWork, stored: StashedWork): boolean {
  return own.id === stored.id && JSON.stringify(toStored(own)) === JSON.stringify(toStored(stored));
}

/** Without secrets and pasted tokens. */
function toStored({ id, name, project, stashedAtMs }: StashedWork) {
  return { id, name, project: withoutSecrets(project), asideAtMs: stashedAtMs };
}

function storedText(storage: Storage | null): string | null {
  try {
    return storage?.getItem(STASH_KEY) ?? null;
  } catch {
    return null;
  }
}

function readStored(storage: Storage | null): readonly StashedWork[] {
  try {
    const text = storedText(storage);
    const json: Json = text ? parseJson(text) : null;
    if (!Array.isArray(json)) return [];
    return json.flatMap((item: Json): StashedWork[] => {
      if (!isJsonObject(item)) return [];
      const { id, name, asideAtMs } = item;
      const project = readStoredProject(item["project"]);
      if (project === null || typeof asideAtMs !== "number") return [];
      // Work of earlier versions of this page had its time alone.
      const known = typeof id === "string" ? id : `${asideAtMs}`;
      return [{ id: known, name: typeof name === "string" ? name : null, project, stashedAtMs: keptTime(asideAtMs) }];
    });
  } catch {
    return [];
  }
}

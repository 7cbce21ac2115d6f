/** The one way into the browser's storages: tells once of what a full one does not keep, and writes nothing after it was told to forget. */
import { SAVED_WORK_KEY } from "./saved-work.ts";

export const STASH_KEY = "kinde-workflow-playground/own-work/1";
export const LINK_EDITS_KEY = "kinde-workflow-playground/link-edits/1";
export const HISTORY_KEY = "kinde-workflow-playground/history/1";
export const STORAGE_KEYS: readonly string[] = [SAVED_WORK_KEY, STASH_KEY, LINK_EDITS_KEY, HISTORY_KEY];

type StorageKey = typeof SAVED_WORK_KEY | typeof STASH_KEY | typeof LINK_EDITS_KEY;

/** What is not kept, and what to do about it. */
const REFUSALS: { readonly [K in StorageKey]: string } = {
  [SAVED_WORK_KEY]:
    "This browser’s storage takes no more: your newest edits are lost with this page. Download the project as a zip file to keep it.",
  [STASH_KEY]:
    "This browser’s storage takes no more: the work that was stashed last is lost with this page. Open it from the example list and download it as a zip file to keep it.",
  [LINK_EDITS_KEY]:
    "This browser’s storage takes no more: your edits to this link are lost with this page. Download the project as a zip file to keep them.",
};

/** Storages that must stay as they were left, for the page that was told to forget is about to go. */
const forgotten = new WeakSet<Storage>();
/** Only in memory, and tried again whenever something else was written. */
const refused = new Map<StorageKey, () => void>();
const listeners = new Set<(words: string | null) => void>();

/** Hears in words what is not kept, and null once all is. @returns what ends the listening. */
export function onStorageFull(listener: (words: string | null) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Null removes what was kept. What is on the page stays there, whatever the storage does. @returns whether it is kept. */
export function writeStorage(storage: Storage | null, key: StorageKey, value: object | null): boolean {
  if (storage === null || forgotten.has(storage)) return false;
  const before = refusedNow();
  const text = value === null ? null : JSON.stringify(value);
  refused.set(key, () => (text === null ? storage.removeItem(key) : storage.setItem(key, text)));
  // What is written anew may make room for the rest.
  const others = [...refused.keys()].filter((other) => other !== key);
  for (const each of [key, ...others]) {
    if (isWritten(each) || (isHistoryGone(storage) && isWritten(each))) refused.delete(each);
  }
  const now = refusedNow();
  if (now !== before) for (const listener of listeners) listener(now);
  return !refused.has(key);
}

function isWritten(key: StorageKey): boolean {
  try {
    refused.get(key)?.();
    return true;
  } catch {
    return false;
  }
}

/** The work itself counts more than its earlier states. @returns whether there is more room now. */
function isHistoryGone(storage: Storage): boolean {
  try {
    if (storage.getItem(HISTORY_KEY) === null) return false;
    storage.removeItem(HISTORY_KEY);
    return true;
  } catch {
    return false;
  }
}

/** For what is kept as far as there is room, and missed by nobody; a text is kept as it is. @returns whether it is kept; else what was there is gone. */
export function writeIfRoom(storage: Storage | null, key: string, value: object | string): boolean {
  if (storage === null || forgotten.has(storage)) return false;
  try {
    storage.setItem(key, typeof value === "string" ? value : JSON.stringify(value));
    return true;
  } catch {
    try {
      storage.removeItem(key);
    } catch {
      // A storage that is forbidden holds nothing.
    }
    return false;
  }
}

function refusedNow(): string | null {
  const [key] = refused.keys();
  return key === undefined ? null : REFUSALS[key];
}

/** Forgets everything kept here; this page writes nothing into the storage from now on. */
export function forgetEverything(storage: Storage): void {
  forgotten.add(storage);
  refused.clear();
  remove(storage, STORAGE_KEYS);
}

/** Forgets the work that is open; this page writes nothing into the storage from now on. */
export function forgetOpenWork(storage: Storage): void {
  forgotten.add(storage);
  refused.clear();
  remove(storage, [SAVED_WORK_KEY]);
}

function remove(storage: Storage, keys: readonly string[]): void {
  try {
    for (const key of keys) storage.removeItem(key);
  } catch {
    // A storage that is forbidden holds nothing.
  }
}

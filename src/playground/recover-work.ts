/** What can be done with saved work while the page itself does not open: download it, or stash it. */
import { readSavedWork, SAVED_WORK_KEY, type SavedWork } from "../store/saved-work.ts";
import { createStash } from "../store/stash.ts";
import type { Storages } from "./storage.ts";
import { forgetOpenWork, STORAGE_KEYS } from "../store/write-storage.ts";

/** As it stands in the storage, readable or not. */
export function downloadSavedWork(storage: Storage | null): void {
  const kept = Object.fromEntries(STORAGE_KEYS.map((key) => [key, textIn(storage, key)]));
  const address = URL.createObjectURL(new Blob([JSON.stringify(kept, null, 2)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "kinde-workflow-playground.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function textIn(storage: Storage | null, key: string): string | null {
  try {
    return storage?.getItem(key) ?? null;
  } catch {
    // A storage that is forbidden holds nothing.
    return null;
  }
}

/** The work is stashed; where it cannot be, it comes as a file and the page stays as it is. */
export function stashAndOpenExample({ local, session }: Storages): void {
  const kept = readSavedWork(session) ?? readSavedWork(local);
  if (kept !== null && kept.example === null && !isStashed(kept, local)) {
    downloadSavedWork(local ?? session);
    return;
  }
  for (const storage of [local, session]) if (storage !== null) forgetOpenWork(storage);
  history.replaceState(null, "", location.pathname + location.search);
  location.reload();
}

function isStashed(kept: SavedWork, local: Storage | null): boolean {
  if (local === null) return false;
  const text = local.getItem(SAVED_WORK_KEY) ?? "";
  // A full storage has no room for it twice.
  local.removeItem(SAVED_WORK_KEY);
  const isDone = createStash(local).put({ ...kept, id: kept.id ?? "before", stashedAtMs: Date.now() });
  if (!isDone) local.setItem(SAVED_WORK_KEY, text);
  return isDone;
}

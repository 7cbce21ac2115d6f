/** What can be done with saved work while the page itself does not open: download it, or stash it. */
import { SAVED_WORK_KEY, readSavedWork } from "../store/saved-work.ts";
import { createStash } from "../store/stash.ts";
import type { Storages } from "./storage.ts";
import { forgetOpenWork, STORAGE_KEYS } from "../store/write-storage.ts";

type Places = Storages & { readonly local: Storage };

/** As it stands in the storage, readable or not. */
export function downloadSavedWork(storage: Storage): void {
  const kept = Object.fromEntries(STORAGE_KEYS.map((key) => [key, storage.getItem(key)]));
  const address = URL.createObjectURL(new Blob([JSON.stringify(kept, null, 2)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "kinde-workflow-playground.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The work is stashed; where it cannot be, it comes as a file and the page stays as it is. */
export function stashAndOpenExample({ local, session }: Places): void {
  const kept = readSavedWork(session) ?? readSavedWork(local);
  if (kept !== null && kept.example === null) {
    const text = local.getItem(SAVED_WORK_KEY) ?? "";
    // A full storage has no room for it twice.
    local.removeItem(SAVED_WORK_KEY);
    if (!createStash(local).put({ ...kept, id: kept.id ?? "before", stashedAtMs: Date.now() })) {
      local.setItem(SAVED_WORK_KEY, text);
      downloadSavedWork(local);
      return;
    }
  }
  forgetOpenWork(local);
  if (session !== null) forgetOpenWork(session);
  history.replaceState(null, "", location.pathname + location.search);
  location.reload();
}

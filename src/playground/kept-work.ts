/** What can be done with kept work while the page itself does not open: take it away as a file, or put it aside. */
import { KEPT_WORK_KEY, readKept } from "../store/persistence.ts";
import { createStash } from "../store/stash.ts";
import type { Storages } from "./storage.ts";
import { dropKept, KEPT_KEYS } from "../store/write-kept.ts";

type KeptPlaces = Storages & { readonly local: Storage };

/** As it stands in the storage, readable or not. */
export function downloadKept(storage: Storage): void {
  const kept = Object.fromEntries(KEPT_KEYS.map((key) => [key, storage.getItem(key)]));
  const address = URL.createObjectURL(new Blob([JSON.stringify(kept, null, 2)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "kinde-workflow-playground.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The work is stashed; where it cannot be, it comes as a file and the page stays as it is. */
export function startWithExample({ local, session }: KeptPlaces): void {
  const kept = readKept(session) ?? readKept(local);
  if (kept !== null && kept.example === null) {
    const text = local.getItem(KEPT_WORK_KEY) ?? "";
    // A full storage has no room for it twice.
    local.removeItem(KEPT_WORK_KEY);
    if (!createStash(local).put({ ...kept, id: kept.id ?? "before", stashedAtMs: Date.now() })) {
      local.setItem(KEPT_WORK_KEY, text);
      downloadKept(local);
      return;
    }
  }
  dropKept(local);
  if (session !== null) dropKept(session);
  history.replaceState(null, "", location.pathname + location.search);
  location.reload();
}

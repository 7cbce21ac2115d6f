/** What can be done with kept work while the page itself does not open: take it away as a file, or put it aside. */
import { putAside, readOwnWork, writeOwnWork } from "../store/own-work.ts";
import { KEPT_WORK_KEY, readKept } from "../store/persistence.ts";
import { dropKept, KEPT_KEYS } from "../store/write-kept.ts";

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

/** The work stays among what was put aside; where it cannot, it comes as a file and the page stays as it is. */
export function startWithExample(storage: Storage): void {
  const kept = readKept(storage);
  if (kept !== null && kept.example === null) {
    const text = storage.getItem(KEPT_WORK_KEY) ?? "";
    // A full storage has no room for it twice.
    storage.removeItem(KEPT_WORK_KEY);
    if (!writeOwnWork(storage, putAside(readOwnWork(storage), kept.project, Date.now()))) {
      storage.setItem(KEPT_WORK_KEY, text);
      downloadKept(storage);
      return;
    }
  }
  dropKept(storage);
  history.replaceState(null, "", location.pathname + location.search);
  location.reload();
}

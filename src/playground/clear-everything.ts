/** Forgets what this browser keeps, and with a new page what this one holds: its work, its link, its secrets and its key. */
import { forgetWork } from "../store/persistence.ts";

export function clearEverything(storage: Storage | null): void {
  if (storage !== null) forgetWork(storage);
  history.replaceState(null, "", location.pathname + location.search);
  location.reload();
}

/** Forgets what this browser keeps, and with a new page what this one holds: its work, its link, its secrets and its key. */
import { forgetWork } from "../store/persistence.ts";
import type { Storages } from "./storage.ts";

export function clearEverything({ local, session }: Storages): void {
  if (local !== null) forgetWork(local);
  if (session !== null) forgetWork(session);
  history.replaceState(null, "", location.pathname + location.search);
  location.reload();
}

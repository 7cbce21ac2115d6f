/** Forgets what this browser keeps, in all of its tabs, and with a new page what this one holds: its work, its link, its secrets and its key. */
import { forgetEverything } from "../store/write-storage.ts";
import type { Storages } from "./storage.ts";

/** Written and removed again: what the other tabs hear. */
const CLEARED_KEY = "kinde-workflow-playground/cleared/1";

export function clearEverything(storages: Storages): void {
  forget(storages);
  try {
    storages.local?.setItem(CLEARED_KEY, "1");
    storages.local?.removeItem(CLEARED_KEY);
  } catch {
    // Where nothing can be written nothing was kept.
  }
}

/** Clears this tab too when another one was told to. */
export function followClearing(storages: Storages): void {
  addEventListener("storage", ({ key, newValue }) => {
    if (key === CLEARED_KEY && newValue !== null) forget(storages);
  });
}

function forget({ local, session }: Storages): void {
  if (local !== null) forgetEverything(local);
  if (session !== null) forgetEverything(session);
  history.replaceState(null, "", location.pathname + location.search);
  location.reload();
}

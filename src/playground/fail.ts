/** Tells of our own failures: the drawing of it is loaded then, and without it the bare words stand there. */
import { loadPart } from "../views/parts/load-part.ts";
import type { Storages } from "./storage.ts";

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** @param storages where kept work can be cleared or downloaded; absent in an embed. */
export async function fail(root: HTMLElement, reason: string, storages?: Storages): Promise<void> {
  try {
    const { drawFailure } = await loadPart(() => import("./failure.ts"));
    drawFailure(root, reason, storages);
  } catch {
    const note = document.createElement("p");
    note.setAttribute("role", "alert");
    note.textContent = `${reason} Reload the page.`;
    root.before(note);
  }
}

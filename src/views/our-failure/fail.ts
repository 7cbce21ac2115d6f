/** Tells of our own failures: the drawing of it is loaded then, and without it the bare words stand there. */
import { loadPart } from "../parts/load-part.ts";
import type { FailureAction } from "./draw-failure.ts";

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What can be done besides reloading, loaded when it is needed. */
export type LoadFailureActions = () => Promise<readonly FailureAction[]>;

export const loadDrawing = () => loadPart(() => import("./draw-failure.ts"));

/** For what neither comes nor fails, in milliseconds. */
const MOST_WAITED_MS = 3_000;

export async function fail(root: HTMLElement, reason: string, loadActions?: LoadFailureActions): Promise<void> {
  const late = new Promise<never>((_, reject) => setTimeout(reject, MOST_WAITED_MS));
  try {
    const { drawFailure } = await Promise.race([late, loadDrawing()]);
    drawFailure(root, reason, (await Promise.race([late, loadActions?.()]).catch(() => [])) ?? []);
  } catch {
    const note = document.createElement("p");
    note.setAttribute("role", "alert");
    note.textContent = `${reason} Reload the page.`;
    root.before(note);
  }
}

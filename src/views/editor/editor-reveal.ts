/** Each request to show a position is answered once, by whichever editor is on the page first. */
import type { PlaygroundState, PlaygroundStore } from "../../store/playground-store.ts";
import type { Position } from "../../workflow/position.ts";

const answered = new WeakSet<NonNullable<PlaygroundState["reveal"]>>();

/** The position still to be shown; null when there is none, or when it was taken already. */
export function takeReveal(store: PlaygroundStore): Position | null {
  const { reveal } = store.getState();
  if (reveal === null || answered.has(reveal)) return null;
  answered.add(reveal);
  return reveal.position;
}

/** Each request to show a position is answered once, by whichever editor is on the page first. */
import type { PlaygroundState, PlaygroundStore } from "../../store/playground-store.ts";

type Reveal = NonNullable<PlaygroundState["reveal"]>;

const answered = new WeakSet<Reveal>();

/** What is still to be shown; null when there is nothing, or when it was taken already. */
export function takeReveal(store: PlaygroundStore): Reveal | null {
  const { reveal } = store.getState();
  if (reveal === null || answered.has(reveal)) return null;
  answered.add(reveal);
  return reveal;
}

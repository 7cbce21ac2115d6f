/** How components reach the store: one context, and hooks that re-render a component only when what it selects has changed. */
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import type { PlaygroundState, PlaygroundStore } from "./playground-store.ts";

export const PlaygroundContext = createContext<PlaygroundStore | null>(null);

/** The store itself, for event handlers. Throws outside of a PlaygroundContext. */
export function usePlaygroundStore(): PlaygroundStore {
  const store = useContext(PlaygroundContext);
  if (store === null) throw new Error("This component needs a PlaygroundContext above it.");
  return store;
}

/** What the selector picks. Fresh arrays and objects are fine as long as their members are the same one by one. */
export function usePlayground<T>(selector: (state: PlaygroundState) => T): T {
  return useStore(usePlaygroundStore(), useShallow(selector));
}

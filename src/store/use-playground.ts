/** How components reach the store: one context, and hooks that re-render a component only when what it selects has changed. */
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import type { PlaygroundState, PlaygroundStore } from "./playground-store.ts";
import type { Reads } from "./deferred-reads.ts";

type PlaygroundParts = { readonly store: PlaygroundStore; readonly deferred: Reads };

export const PlaygroundContext = createContext<PlaygroundParts | null>(null);

function useParts(): PlaygroundParts {
  const parts = useContext(PlaygroundContext);
  if (parts === null) throw new Error("This component needs a PlaygroundContext above it.");
  return parts;
}

/** The store itself, for event handlers. Throws outside of a PlaygroundContext. */
export function usePlaygroundStore(): PlaygroundStore {
  return useParts().store;
}

/** What the selector picks, of a new result once it has been painted. Fresh arrays and objects are fine as long as their members are the same one by one. */
export function usePlayground<T>(selector: (state: PlaygroundState) => T): T {
  return useStore(useParts().deferred, useShallow(selector));
}

/** The same at once, for what a person looks at while typing: all that reads it shares the frame of a result. */
export function usePlaygroundUrgent<T>(selector: (state: PlaygroundState) => T): T {
  return useStore(useParts().store, useShallow(selector));
}

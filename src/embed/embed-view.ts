/** What the embed shows now: the view, and whether the reader edits. Changed by the host's messages and by the reader. */
import type { EmbedView } from "./embed-settings.ts";

export type Shown = { readonly view: EmbedView; readonly isEditing: boolean };

export type EmbedViewState = {
  get(): Shown;
  set(change: Partial<Shown>): void;
  subscribe(listener: () => void): () => void;
};

export function createEmbedView(first: Shown): EmbedViewState {
  let shown = first;
  const listeners = new Set<() => void>();
  return {
    get: () => shown,
    set(change) {
      shown = { ...shown, ...change };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

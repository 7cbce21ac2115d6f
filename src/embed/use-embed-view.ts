/** How the embed's components follow what it shows. */
import { useSyncExternalStore } from "react";
import type { EmbedViewState, Shown } from "./embed-view.ts";

export function useEmbedView(state: EmbedViewState): Shown {
  return useSyncExternalStore(state.subscribe, state.get, state.get);
}

/** Whether the page is narrow now. */
import { useSyncExternalStore } from "react";
import { NARROW_PAGE } from "./narrow-page.ts";

function subscribe(notify: () => void): () => void {
  const query = matchMedia(NARROW_PAGE);
  query.addEventListener("change", notify);
  return () => query.removeEventListener("change", notify);
}

export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, isNarrow, isNarrow);
}

function isNarrow(): boolean {
  return matchMedia(NARROW_PAGE).matches;
}

/** Whether the page is narrow enough for one column, where code wraps instead of scrolling sideways. */
import { useSyncExternalStore } from "react";

const NARROW = "(max-width: 899px)";

function subscribe(notify: () => void): () => void {
  const query = matchMedia(NARROW);
  query.addEventListener("change", notify);
  return () => query.removeEventListener("change", notify);
}

export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches);
}

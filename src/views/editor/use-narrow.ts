/** Whether the page, or a frame, is narrow now. */
import { useCallback, useSyncExternalStore } from "react";
import { NARROW_PAGE } from "./narrow-page.ts";

/** @param media the query that says what narrow is. */
export function useNarrow(media = NARROW_PAGE): boolean {
  const subscribe = useCallback(
    (notify: () => void) => {
      const query = matchMedia(media);
      query.addEventListener("change", notify);
      return () => query.removeEventListener("change", notify);
    },
    [media],
  );
  const isNarrow = () => matchMedia(media).matches;
  return useSyncExternalStore(subscribe, isNarrow, isNarrow);
}

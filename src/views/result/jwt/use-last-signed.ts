/** The signed tokens of the result that is shown: those of the last good run stay while a newer one has failed. */
import { useRef } from "react";
import { usePlayground } from "../../../store/use-playground.ts";
import type { PlaygroundState } from "../../../store/playground-store.ts";

/** @param isShown whether anything draws them: only then does signing re-render the view. */
export function useLastSigned(isStale: boolean, isShown: boolean): PlaygroundState["signed"] {
  const kept = useRef<PlaygroundState["signed"]>({});
  const shown = usePlayground(({ signed }) => {
    if (Object.keys(signed).length > 0) kept.current = signed;
    if (!isShown) return null;
    return isStale ? kept.current : signed;
  });
  return shown ?? kept.current;
}

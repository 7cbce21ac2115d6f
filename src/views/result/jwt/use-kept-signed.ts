/** The signed tokens of the result that is shown: those of the last good run stay while a newer one has failed. */
import { useRef } from "react";
import { usePlayground } from "../../../store/use-playground.ts";
import type { PlaygroundState } from "../../../store/playground-store.ts";

export function useKeptSigned(isStale: boolean): PlaygroundState["signed"] {
  const signed = usePlayground((state) => state.signed);
  const kept = useRef(signed);
  if (!isStale) kept.current = signed;
  return kept.current;
}

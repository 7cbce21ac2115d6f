/** When a failure deserves its card: at once where there is nothing else to show, else when the typing has paused. */
import { useRef } from "react";
import type { ShownResult } from "./shown-result.ts";
import { useSettled } from "./use-settled.ts";

/** Half-typed code fails on most keys: until this much quiet the summary line alone says so, and nothing moves. */
const QUIET_MS = 600;

export function useFailureCard({ failure, result, count }: ShownResult & { readonly count: number }): boolean {
  const isQuiet = useSettled(count, QUIET_MS);
  const isOpen = useRef(false);
  if (failure === null) isOpen.current = false;
  else if (result === null || isQuiet || !["error", "gap", "unready"].includes(failure.kind)) isOpen.current = true;
  return isOpen.current;
}

/** The run as a reader should see it: the one before stays until the one under way has ended. */
import { useRef } from "react";
import type { RunState } from "../../store/playground-store.ts";
import { usePlayground } from "../../store/use-playground.ts";
import type { RunResult } from "../../workflow/run-result.ts";
import { newestResult, settledRun, type ShownResult, shownResult } from "./shown-result.ts";

type SettledResult = ShownResult & {
  /** The newest result, whatever came of it; null when the newest run left none. */
  readonly newest: RunResult | null;
  /** Counts the results. */
  readonly count: number;
};

/** Re-renders with each new result, and not when a run merely starts. */
export function useShownResult(): SettledResult {
  const previous = useRef<RunState | null>(null);
  const run = usePlayground((state) => {
    previous.current = previous.current === null ? state.run : settledRun(previous.current, state.run);
    return previous.current;
  });
  return { ...shownResult(run), newest: newestResult(run), count: run.count };
}

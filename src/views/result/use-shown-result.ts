/** The run as a reader should see it: the one before stays until the one under way has ended. */
import { useRef } from "react";
import { usePlayground } from "../../store/use-playground.ts";
import type { RunResult } from "../../workflow/run-result.ts";
import { settledRun, type ShownResult, shownResult } from "./shown-result.ts";

type SettledResult = ShownResult & {
  /** The newest result, whatever came of it; null when the newest run left none. */
  readonly newest: RunResult | null;
  /** Counts the results. */
  readonly count: number;
};

export function useShownResult(): SettledResult {
  const run = usePlayground((state) => state.run);
  const settled = useRef(run);
  settled.current = settledRun(settled.current, run);
  const shown = shownResult(settled.current);
  const hasNewest = shown.failure === null || "result" in shown.failure;
  return { ...shown, newest: hasNewest ? settled.current.latest : null, count: settled.current.count };
}

/** How the newest run ended and how long it took, in two words; a run under way is named only once it can be noticed. */
import { useEffect, useState } from "react";
import type { RunState } from "../../store/playground-store.ts";
import { usePlayground } from "../../store/use-playground.ts";
import { RunStatusMarkup } from "./RunStatusMarkup.tsx";

/** Since the page was told of the run, in milliseconds. */
const NOTICED_AFTER_MS = 100;

export function RunStatus() {
  const run = usePlayground((state) => state.run);
  const shown = useSettled(run);
  return <RunStatusMarkup run={shown} />;
}

function useSettled(run: RunState): RunState {
  const [shown, setShown] = useState(run);
  const isRunning = run.status === "running" && run.latest !== null;
  useEffect(() => {
    if (!isRunning) return;
    const timer = setTimeout(() => setShown(run), NOTICED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [run, isRunning]);
  if (!isRunning && shown !== run) setShown(run);
  return isRunning ? shown : run;
}

/** How a run ended and how long it took, in two words. */
import type { RunState } from "../../store/playground-store.ts";
import { runVerdict } from "./run-verdict.ts";

export function RunStatusMarkup({ run }: { readonly run: RunState }) {
  const { word, tone, duration } = runVerdict(run);
  return (
    <p className={`run-status run-status--${tone}`}>
      <span className="run-status__dot" aria-hidden="true" />
      <span className="run-status__word">{word}</span>
      {duration !== null && <span className="run-status__duration">{duration}</span>}
    </p>
  );
}

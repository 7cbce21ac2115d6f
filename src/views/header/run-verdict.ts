/** The newest run in a word and a tone, for the status line of the page. */
import type { RunState } from "../../store/playground-store.ts";
import type { Effect, Limit } from "../../workflow/execution.ts";

type RunVerdict = {
  readonly word: string;
  readonly tone: "quiet" | "good" | "gap" | "bad";
  /** With its unit; null while there is none. */
  readonly duration: string | null;
};

const LIMIT_WORDS: { readonly [L in Limit]: string } = {
  time: "Time limit",
  memory: "Memory limit",
  stack: "Stack limit",
  output: "Output limit",
};

export function runVerdict(run: RunState): RunVerdict {
  const { status, latest } = run;
  if (status === "hung") return { word: "Terminated", tone: "bad", duration: null };
  if (status === "crashed") return { word: "Not available", tone: "bad", duration: null };
  if (status === "stopped") return { word: "Stopped", tone: "quiet", duration: null };
  if (status === "running") {
    return { word: run.waitsFor === null ? "Running" : `Running · ${run.waitsFor}`, tone: "quiet", duration: null };
  }
  if (latest === null) return { word: "Ready", tone: "quiet", duration: null };
  const { outcome } = latest;
  const duration = formatMs(latest.durations.totalMs);
  switch (outcome.kind) {
    case "completed":
      if (latest.signIn.kind !== "denied") return { word: "Completed", tone: "good", duration };
      return { word: latest.effects.some(isFormShownAgain) ? "Asked again" : "Denied", tone: "bad", duration };
    case "failed": {
      const gap = latest.gaps.find(({ endsRun }) => endsRun);
      if (gap) return { word: gap.kind === "mock" ? "Mock missing" : "Variable not set", tone: "gap", duration };
      return { word: outcome.phase === "compile" ? "Does not compile" : "Failed", tone: "bad", duration };
    }
    case "interrupted":
      return { word: LIMIT_WORDS[outcome.limit], tone: "bad", duration };
    case "never-settled":
      return { word: "Never settles", tone: "bad", duration };
    case "unready":
      return { word: "Scenario mistake", tone: "bad", duration: null };
  }
}

function isFormShownAgain(effect: Effect): boolean {
  return effect.kind === "call" && effect.fn === "kinde.widget.invalidateFormField";
}

function formatMs(durationMs: number): string {
  if (durationMs >= 1_000) return `${(durationMs / 1_000).toFixed(1)} s`;
  return `${durationMs < 10 ? durationMs.toFixed(1) : Math.round(durationMs)} ms`;
}
